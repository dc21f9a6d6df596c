package org.fairlead.imagery.silence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /// Keeps the silences, each event once and none over a newer version.
    Uni<Void> acceptSilences(List<EventBatch.Received<Silence>> events) {
        return sessions.withStatelessTransaction(session ->
                turn.take(session)
                        .chain(() -> news(session, "silences", events))
                        .chain(news -> {
                            Uni<Void> all = nothing();
                            for (Silence silence : news) {
                                all = all.chain(() -> keep(session, silence));
                            }
                            return all;
                        }));
    }

    /// What was not handled before, in its order.
    private <T> Uni<List<T>> news(
            Mutiny.StatelessSession session, String consumer, List<EventBatch.Received<T>> events) {
        var ids = events.stream().map(EventBatch.Received::id).toList();
        return inbox.firsts(session, consumer, ids)
                .map(firsts ->
                        events.stream()
                                .filter(event -> firsts.remove(event.id()))
                                .map(EventBatch.Received::content)
                                .toList());
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
    Uni<Void> acceptIdentities(List<EventBatch.Received<VesselIdentity>> events) {
        return sessions.withStatelessTransaction(session ->
                turn.take(session)
                        .chain(() -> news(session, "identities", events))
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

    /// Ships whose silences, or who themselves, changed after this change; -1 for all.
    public Uni<Changed> shipsChangedAfter(Mutiny.StatelessSession session, long change) {
        return session.createNativeQuery(
                        "select greatest((select max(change) from silence),"
                                + " (select max(change) from vessel))",
                        Long.class)
                .getSingleResult()
                .map(newest -> newest == null ? change : Math.max(change, newest))
                .chain(upTo ->
                        upTo == change
                                ? Uni.createFrom().item(new Changed(Set.of(), upTo))
                                : ships(session, change).map(ships -> new Changed(ships, upTo)));
    }

    /// Vessels that never fell silent change all the time and concern nobody here.
    private static Uni<Set<String>> ships(Mutiny.StatelessSession session, long change) {
        return session.createNativeQuery(
                        "select mmsi from silence where change > ?1 union select mmsi from vessel"
                                + " where change > ?1 and exists (select 1 from silence where"
                                + " silence.mmsi = vessel.mmsi)",
                        String.class)
                .setParameter(1, change)
                .getResultList()
                .map(Set::copyOf);
    }

    /// @param upTo the newest change there was before they were looked for
    public record Changed(Set<String> ships, long upTo) {

        public Changed {
            ships = Set.copyOf(ships);
        }
    }

    /// Silences of these ships that were not retracted.
    public Uni<List<KnownSilence>> standingOf(
            Mutiny.StatelessSession session, Collection<String> mmsis) {
        return session.createSelectionQuery(
                        "from SilenceEntity where mmsi in :mmsis and state <> 'retracted'",
                        SilenceEntity.class)
                .setParameter("mmsis", List.copyOf(mmsis))
                .getResultList()
                .chain(rows -> known(session, rows.stream().map(this::read).toList()));
    }

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

    /// What these ships have ever claimed to be, by MMSI.
    public Uni<Map<String, KnownVessel>> vessels(
            Mutiny.StatelessSession session, Collection<String> mmsis) {
        return vessels.byMmsi(session, mmsis);
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
