package org.fairlead.sanctions.screening;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.fairlead.contracts.Topics;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.contracts.sanctions.Match;
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
    private final Outbox outbox;
    private final Clock clock = Clock.systemUTC();

    @Inject
    Screener(ScreeningStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    Uni<Void> heard(SqlConnection connection, VesselIdentity identity) {
        return CorpusLock.shared(connection)
                .chain(() -> store.remember(connection, identity))
                .chain(isNews ->
                        isNews
                                ? screenVessel(connection, identity.mmsi())
                                : Uni.createFrom().voidItem());
    }

    private Uni<Void> screenVessel(SqlConnection connection, String mmsi) {
        return store.keptOfVessel(connection, mmsi)
                .chain(kept ->
                        store.candidatesOfVessel(connection, mmsi)
                                .chain(found -> write(connection, kept, found)));
    }

    @Override
    public Uni<Void> recorded(SqlConnection connection, String imo) {
        return store.transmitters(connection, imo)
                .chain(transmitters -> {
                    Uni<Void> all = Uni.createFrom().voidItem();
                    for (String mmsi : transmitters) {
                        all = all.chain(() -> screenVessel(connection, mmsi));
                    }
                    return all;
                });
    }

    @Override
    public Uni<Void> becameCurrent(
            SqlConnection connection, String list, int version, Instant observedAt) {
        return store.keptOfList(connection, list)
                .chain(kept ->
                        store.candidatesOfList(connection, list)
                                .chain(found -> write(connection, kept, found)));
    }

    private Uni<Void> write(SqlConnection connection, List<KeptMatch> kept, List<Candidate> found) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var changes = Reconciliation.of(kept, found, now);
        return store.save(connection, changes.toKeep())
                .chain(() ->
                        outbox.append(
                                connection,
                                changes.toTell().stream().map(Screener::event).toList()));
    }

    private static OutboxEvent event(Match match) {
        return new OutboxEvent(
                OutboxEvent.idOf("match", match.id(), match.version()),
                Topics.SANCTIONS_MATCHES,
                match.vessel().mmsi(),
                Match.TYPE,
                match);
    }
}
