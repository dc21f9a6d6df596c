package org.fairlead.cases.evidence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import org.fairlead.cases.access.Actor;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.blob.Blobs;
import org.fairlead.cases.custody.CustodyAction;
import org.fairlead.cases.custody.CustodyStore;
import org.hibernate.reactive.mutiny.Mutiny;

/// Ends exhibits of cases whose time is over: their custody logs say so, and files that no case
/// rests on any more are deleted once that is committed.
@ApplicationScoped
public class DisposalStore {

    private static final int MOST_AT_ONCE = 1_000;

    private final TeamTransactions transactions;
    private final CustodyStore custody;
    private final Blobs blobs;
    private final Vertx vertx;

    @Inject
    DisposalStore(TeamTransactions transactions, CustodyStore custody, Blobs blobs, Vertx vertx) {
        this.transactions = transactions;
        this.custody = custody;
        this.blobs = blobs;
        this.vertx = vertx;
    }

    /// Within a transaction of the platform, before the case itself is ended.
    public Uni<Void> note(Mutiny.StatelessSession session, String team, UUID caseId, String why) {
        return session.createSelectionQuery(
                        "select e.id from EvidenceEntity e where e.caseId = :case order by"
                                + " e.collectedAt, e.id",
                        UUID.class)
                .setParameter("case", caseId)
                .getResultList()
                .chain(items ->
                        custody.add(
                                session,
                                team,
                                Actor.PLATFORM,
                                caseId,
                                items,
                                CustodyAction.DISPOSED,
                                why));
    }

    private record GivenUp(String team, String sha256) {}

    /// Deletes what was given up; killed in the middle, the next round goes on.
    ///
    /// @return how many files
    public Uni<Integer> sweep() {
        return transactions
                .ofPlatform(DisposalStore::givenUp)
                .chain(all -> {
                    Uni<Integer> done = Uni.createFrom().item(0);
                    for (GivenUp one : all) {
                        done =
                                done.chain(count ->
                                        transactions
                                                .ofPlatform(session -> delete(session, one))
                                                .map(isGone -> isGone ? count + 1 : count));
                    }
                    return done;
                });
    }

    private static Uni<List<GivenUp>> givenUp(Mutiny.StatelessSession session) {
        return session.createNativeQuery(
                        "select team, sha256 from blob_disposal order by at limit ?1", Tuple.class)
                .setParameter(1, MOST_AT_ONCE)
                .getResultList()
                .map(rows ->
                        rows.stream()
                                .map(row ->
                                        new GivenUp(
                                                row.get(0, String.class), row.get(1, String.class)))
                                .toList());
    }

    /// Whoever keeps the same bytes meanwhile waits, and then keeps them anew.
    private Uni<Boolean> delete(Mutiny.StatelessSession session, GivenUp one) {
        return hold(session, one.team(), one.sha256())
                .chain(() ->
                        session.createNativeQuery(
                                        "delete from blob_disposal where team = ?1 and sha256 = ?2"
                                                + " and exists (select 1 from evidence_content c where c.team = ?1"
                                                + " and c.sha256 = ?2 and c.disposed_at is not null)")
                                .setParameter(1, one.team())
                                .setParameter(2, one.sha256())
                                .executeUpdate())
                .chain(found ->
                        found == 0
                                ? Uni.createFrom().item(false)
                                : vertx.executeBlocking(
                                        () -> {
                                            blobs.delete(one.team(), one.sha256());
                                            return true;
                                        },
                                        false));
    }

    /// Until the transaction ends nobody else keeps or deletes these bytes.
    static Uni<Void> hold(Mutiny.StatelessSession session, String team, String sha256) {
        return session.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(?1, 2)) as text)",
                        String.class)
                .setParameter(1, team + "/" + sha256)
                .getSingleResult()
                .replaceWithVoid();
    }
}
