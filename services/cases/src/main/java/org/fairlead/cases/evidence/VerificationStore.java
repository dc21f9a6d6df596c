package org.fairlead.cases.evidence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.fairlead.cases.access.Actor;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.blob.Blobs;
import org.fairlead.cases.casefile.CaseStore;
import org.fairlead.cases.casefile.Deed;
import org.fairlead.cases.custody.CustodyAction;
import org.fairlead.cases.custody.CustodyStore;
import org.fairlead.cases.task.NewTask;
import org.fairlead.cases.task.TaskStore;
import org.fairlead.proof.bag.Content;
import org.hibernate.reactive.mutiny.Mutiny;

/// Holds frozen bytes against their hashes, and tells every case of an exhibit that no longer is
/// what was frozen.
@ApplicationScoped
class VerificationStore {

    /// Found in place of a hash when there is nothing to hash.
    static final String MISSING = "missing";

    private final TeamTransactions transactions;
    private final Blobs blobs;
    private final CaseStore cases;
    private final CustodyStore custody;
    private final TaskStore tasks;
    private final Vertx vertx;
    private final Clock clock;

    @Inject
    VerificationStore(
            TeamTransactions transactions,
            Blobs blobs,
            CaseStore cases,
            CustodyStore custody,
            TaskStore tasks,
            Vertx vertx,
            Clock clock) {
        this.transactions = transactions;
        this.blobs = blobs;
        this.cases = cases;
        this.custody = custody;
        this.tasks = tasks;
        this.vertx = vertx;
        this.clock = clock;
    }

    /// One place of the store and what is found there.
    record Held(String team, String sha256, String foundSha256) {

        boolean isWhole() {
            return sha256.equals(foundSha256);
        }
    }

    /// The next of all, in the order of team and hash.
    Uni<List<Held>> next(String afterTeam, String afterSha256, int limit) {
        return transactions
                .ofPlatform(session ->
                        session.createNativeQuery(
                                        "select team, sha256, stored_in,"
                                                + " coalesce(encode(sha256(content), 'hex'), '') from"
                                                + " evidence_content where disposed_at is null"
                                                + " and (team, sha256) > (?1, ?2)"
                                                + " order by team, sha256 limit ?3",
                                        Object[].class)
                                .setParameter(1, afterTeam)
                                .setParameter(2, afterSha256)
                                .setParameter(3, limit)
                                .getResultList())
                .chain(rows ->
                        vertx.executeBlocking(() -> rows.stream().map(this::held).toList(), false));
    }

    private Held held(Object[] row) {
        String team = (String) row[0];
        String sha256 = (String) row[1];
        return new Held(
                team,
                sha256,
                row[2].equals("BLOBS") ? found(blobs.open(team, sha256)) : (String) row[3]);
    }

    static String found(Content content) {
        try {
            return content.digest().sha256();
        } catch (IOException fault) {
            return MISSING;
        }
    }

    /// Tells the cases that have it, once.
    ///
    /// @return how many exhibits were not known to be corrupt before
    Uni<Integer> report(Held held) {
        return transactions.ofPlatform(session ->
                session.createNativeQuery(
                                "select id, case_id, title from evidence where team = ?1 and sha256"
                                        + " = ?2",
                                Object[].class)
                        .setParameter(1, held.team())
                        .setParameter(2, held.sha256())
                        .getResultList()
                        .chain(rows ->
                                Multi.createFrom()
                                        .iterable(rows)
                                        .onItem()
                                        .transformToUniAndConcatenate(row ->
                                                report(
                                                        session,
                                                        held,
                                                        (UUID) row[0],
                                                        (UUID) row[1],
                                                        (String) row[2]))
                                        .collect()
                                        .in(() -> new int[1], (sum, one) -> sum[0] += one)
                                        .map(sum -> sum[0])));
    }

    Uni<Integer> report(
            Mutiny.StatelessSession session, Held held, UUID item, UUID caseId, String title) {
        return session.createNativeQuery(
                        "insert into evidence_alarm (evidence_id, team, case_id, found_sha256,"
                                + " found_at) values (?1, ?2, ?3, ?4, ?5) on conflict do nothing")
                .setParameter(1, item)
                .setParameter(2, held.team())
                .setParameter(3, caseId)
                .setParameter(4, held.foundSha256())
                .setParameter(5, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .call(isNew ->
                        isNew == 0
                                ? Uni.createFrom().voidItem()
                                : tell(session, held, item, caseId, title));
    }

    private Uni<Void> tell(
            Mutiny.StatelessSession session, Held held, UUID item, UUID caseId, String title) {
        String detail =
                "%s: frozen as %s, found %s".formatted(title, held.sha256(), held.foundSha256());
        return cases.changed(
                        session,
                        caseId,
                        Actor.PLATFORM,
                        false,
                        Deed.of("evidence-corrupt", item, detail)
                                .announcedAs("evidence-changed")
                                .inHistory("An exhibit is no longer what was frozen", detail))
                .chain(() ->
                        custody.add(
                                session,
                                held.team(),
                                Actor.PLATFORM,
                                caseId,
                                List.of(item),
                                CustodyAction.VERIFIED,
                                "corrupt: found " + held.foundSha256()))
                .chain(() ->
                        tasks.openOnce(
                                session,
                                held.team(),
                                caseId,
                                Actor.PLATFORM,
                                NewTask.of(
                                        "An exhibit is no longer what was frozen",
                                        detail
                                                + ". Have its bytes brought back from a backup, and"
                                                + " check what rests on it."),
                                "corrupt:" + item))
                .replaceWithVoid();
    }

    Uni<Long> alarms() {
        return transactions.ofPlatform(session ->
                session.createNativeQuery("select count(*) from evidence_alarm", Long.class)
                        .getSingleResult());
    }
}
