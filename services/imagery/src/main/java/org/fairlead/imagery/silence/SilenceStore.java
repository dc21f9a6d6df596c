package org.fairlead.imagery.silence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.imagery.turn.TurnStore;
import org.fairlead.messaging.event.EventBatch;
import org.fairlead.messaging.inbox.Inbox;
import org.hibernate.reactive.mutiny.Mutiny;

/// Silences as known here: the newest version of each.
@ApplicationScoped
public class SilenceStore {

    private final Mutiny.SessionFactory sessions;
    private final TurnStore turn;
    private final VesselStore vessels;
    private final SilenceFollower follower;
    private final Inbox inbox;
    private final ObjectMapper json;

    @Inject
    SilenceStore(
            Mutiny.SessionFactory sessions,
            TurnStore turn,
            VesselStore vessels,
            SilenceFollower follower,
            Inbox inbox,
            ObjectMapper json) {
        this.sessions = sessions;
        this.turn = turn;
        this.vessels = vessels;
        this.follower = follower;
        this.inbox = inbox;
        this.json = json;
    }

    /// Keeps the silence unless the event was handled before or a newer version is there.
    Uni<Void> accept(Silence silence, String eventId) {
        return sessions.withStatelessTransaction(session ->
                turn.take(session)
                        .chain(() -> inbox.isFirst(session, "silences", eventId))
                        .chain(isFirst -> isFirst ? keep(session, silence) : nothing()));
    }

    private Uni<Void> keep(Mutiny.StatelessSession session, Silence silence) {
        return session.get(SilenceEntity.class, silence.id())
                .chain(row -> {
                    if (row != null && row.version >= silence.version()) {
                        return nothing();
                    }
                    var newest = row(silence);
                    return (row == null ? session.insert(newest) : session.update(newest))
                            .chain(() -> known(session, List.of(silence)))
                            .chain(known -> follower.changed(session, known));
                });
    }

    /// Keeps the identities, each event once, and has the silences of those vessels looked at again
    /// where it matters.
    Uni<Void> accept(List<EventBatch.Received<VesselIdentity>> events) {
        var ids = events.stream().map(EventBatch.Received::id).toList();
        return sessions.withStatelessTransaction(session ->
                turn.take(session)
                        .chain(() -> inbox.firsts(session, "identities", ids))
                        .map(firsts ->
                                events.stream()
                                        .filter(event -> firsts.remove(event.id()))
                                        .map(EventBatch.Received::content)
                                        .toList())
                        .chain(news -> vessels.accept(session, news))
                        .chain(mmsis -> lookAgain(session, mmsis)));
    }

    private Uni<Void> lookAgain(Mutiny.StatelessSession session, Collection<String> mmsis) {
        if (mmsis.isEmpty()) {
            return nothing();
        }
        return session.createSelectionQuery(
                        "from SilenceEntity where mmsi in :mmsis", SilenceEntity.class)
                .setParameter("mmsis", List.copyOf(mmsis))
                .getResultList()
                .chain(rows -> known(session, rows.stream().map(this::read).toList()))
                .chain(known -> known.isEmpty() ? nothing() : follower.changed(session, known));
    }

    /// Silences that stand and span some instant of the interval.
    ///
    /// @param reach leaves out what starts farther north or south than any ship can have come from
    public Uni<List<KnownSilence>> spanning(
            Mutiny.StatelessSession session, Instant from, Instant to, Reach reach) {
        return session.createNativeQuery(
                        "select * from silence where state <> 'retracted'"
                                + " and tstzrange(start_at, end_at, '[]') && tstzrange(?1, ?2, '[]')"
                                + " and (end_at is not null or start_at >= ?6)"
                                + " and abs(start_latitude - ?3) * 59.7 <= case"
                                + " when end_at is null then ?4 else greatest(?4,"
                                + " ?5 * extract(epoch from (?2 - start_at)) / 3600) end",
                        SilenceEntity.class)
                .setParameter(1, from)
                .setParameter(2, to)
                .setParameter(3, reach.latitudeDegrees())
                .setParameter(4, reach.atLeastNauticalMiles())
                .setParameter(5, reach.speedKnots())
                .setParameter(6, reach.openSince())
                .getResultList()
                .chain(rows -> known(session, rows.stream().map(this::read).toList()));
    }

    /// How far to look. A degree of latitude is never less than 59.7 nm, so no silence whose ship
    /// can have come that far is lost.
    ///
    /// @param atLeastNauticalMiles looked at whatever the time
    /// @param openSince open silences that began earlier are left out
    public record Reach(
            double latitudeDegrees,
            double atLeastNauticalMiles,
            double speedKnots,
            Instant openSince) {}

    /// The newest version, unless it was retracted.
    public Uni<Optional<KnownSilence>> find(UUID id) {
        return sessions.withStatelessSession(session ->
                byIds(session, List.of(id))
                        .map(found ->
                                Optional.ofNullable(found.get(id))
                                        .filter(known ->
                                                known.silence().state()
                                                        != Silence.State.RETRACTED)));
    }

    public Uni<Map<UUID, KnownSilence>> byIds(
            Mutiny.StatelessSession session, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createSelectionQuery(
                        "from SilenceEntity where id in :ids", SilenceEntity.class)
                .setParameter("ids", List.copyOf(ids))
                .getResultList()
                .chain(rows -> known(session, rows.stream().map(this::read).toList()))
                .map(known -> {
                    var byId = new HashMap<UUID, KnownSilence>();
                    known.forEach(one -> byId.put(one.silence().id(), one));
                    return byId;
                });
    }

    private Uni<List<KnownSilence>> known(Mutiny.StatelessSession session, List<Silence> silences) {
        var mmsis =
                silences.stream()
                        .map(silence -> silence.vessel().mmsi())
                        .collect(Collectors.toSet());
        return vessels.byMmsi(session, mmsis)
                .map(known ->
                        silences.stream()
                                .map(silence ->
                                        new KnownSilence(
                                                silence, known.get(silence.vessel().mmsi())))
                                .toList());
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    private SilenceEntity row(Silence silence) {
        var row = new SilenceEntity();
        row.id = silence.id();
        row.version = silence.version();
        row.state = silence.state() == Silence.State.RETRACTED ? "retracted" : "standing";
        row.mmsi = silence.vessel().mmsi();
        row.startAt = silence.start().at();
        row.endAt = silence.end() == null ? null : silence.end().at();
        row.startLatitude = silence.start().latitudeDegrees();
        try {
            row.record = json.writeValueAsString(silence);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("silence not writable: " + silence.id(), fault);
        }
        return row;
    }

    private Silence read(SilenceEntity row) {
        try {
            return json.readValue(row.record, Silence.class);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("stored silence unreadable: " + row.id, fault);
        }
    }
}
