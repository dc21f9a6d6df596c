package org.fairlead.sanctions.screening;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.fairlead.contracts.Topics;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.contracts.sanctions.ScreeningHit;
import org.fairlead.messaging.outbox.Outbox;
import org.fairlead.messaging.outbox.OutboxEvent;
import org.fairlead.sanctions.list.CorpusLock;
import org.fairlead.sanctions.list.VersionListener;
import org.fairlead.sanctions.reference.FactListener;

/// Screens in both directions: a vessel that changed against all lists, a list that changed against
/// all vessels.
@ApplicationScoped
class Screener implements VersionListener, FactListener {

    private final ScreeningStore store;
    private final WatchedListStore lists;
    private final WatchPolicy policy;
    private final Outbox outbox;
    private final Clock clock = Clock.systemUTC();

    @Inject
    Screener(ScreeningStore store, WatchedListStore lists, WatchPolicy policy, Outbox outbox) {
        this.store = store;
        this.lists = lists;
        this.policy = policy;
        this.outbox = outbox;
    }

    /// Takes what transmitters say now, and screens those that are news.
    Uni<Void> heard(SqlConnection connection, List<VesselIdentity> identities) {
        if (identities.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return CorpusLock.shared(connection)
                .chain(() -> store.remember(connection, identities))
                .chain(news -> screenVessels(connection, news));
    }

    private Uni<Void> screenVessels(SqlConnection connection, List<String> mmsis) {
        if (mmsis.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return store.keptOfVessels(connection, mmsis)
                .chain(kept ->
                        store.vessels(connection, mmsis)
                                .chain(vessels -> candidates(connection, vessels))
                                .chain(found ->
                                        store.facts(connection, mmsis)
                                                .map(facts ->
                                                        Stream.concat(
                                                                        found.stream(),
                                                                        facts.stream())
                                                                .toList()))
                                .chain(found -> write(connection, kept, found, false)));
    }

    private Uni<List<Candidate>> candidates(SqlConnection connection, List<WatchedVessel> vessels) {
        return lists.all(connection)
                // Hundreds of vessels at a time would hold up the event loop.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(watched -> watched.stream().flatMap(list -> ofAll(list, vessels)).toList());
    }

    @Override
    public Uni<Void> recorded(SqlConnection connection, String imo) {
        return store.transmitters(connection, imo)
                .chain(transmitters -> screenVessels(connection, transmitters));
    }

    @Override
    public Uni<Void> becameCurrent(
            SqlConnection connection, String list, int version, Instant observedAt) {
        return store.keptOfList(connection, list)
                .chain(kept ->
                        store.acceptedVersions(connection, list)
                                .chain(versions ->
                                        candidates(connection, list)
                                                .chain(found ->
                                                        write(
                                                                connection,
                                                                kept,
                                                                found,
                                                                versions == 1))));
    }

    /// Where nothing was ever heard, a list's ships need not be made ready for it.
    private Uni<List<Candidate>> candidates(SqlConnection connection, String list) {
        return store.vessels(connection)
                .chain(vessels ->
                        vessels.isEmpty()
                                ? Uni.createFrom().item(List.of())
                                : candidates(connection, list, vessels));
    }

    private Uni<List<Candidate>> candidates(
            SqlConnection connection, String list, List<WatchedVessel> vessels) {
        return lists.of(connection, list)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(watched -> watched.stream().flatMap(each -> ofAll(each, vessels)).toList());
    }

    private Stream<Candidate> ofAll(WatchedList list, List<WatchedVessel> vessels) {
        return vessels.stream().flatMap(vessel -> list.candidates(vessel, policy).stream());
    }

    private Uni<Void> write(
            SqlConnection connection,
            List<KeptMatch> kept,
            List<Candidate> found,
            boolean isBaseline) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var changes = Reconciliation.of(kept, found, now, isBaseline);
        return store.save(connection, changes.toKeep())
                .chain(() ->
                        outbox.append(
                                connection,
                                changes.toTell().stream().map(Screener::event).toList()));
    }

    private static OutboxEvent event(ScreeningHit match) {
        return new OutboxEvent(
                OutboxEvent.idOf("match", match.id(), match.version()),
                Topics.SANCTIONS_MATCHES,
                match.vessel().mmsi(),
                ScreeningHit.TYPE,
                match);
    }
}
