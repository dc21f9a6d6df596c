package org.fairlead.imagery.sighting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.fairlead.contracts.Topics;
import org.fairlead.contracts.imagery.Sighting;
import org.fairlead.imagery.turn.TurnStore;
import org.fairlead.messaging.outbox.Outbox;
import org.fairlead.messaging.outbox.OutboxEvent;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Sightings in the database, told to the others in the same transaction.
@ApplicationScoped
public class SightingStore {

    private final Mutiny.SessionFactory sessions;
    private final TurnStore turn;
    private final List<SightingFollower> followers;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock = Clock.systemUTC();

    @Inject
    SightingStore(
            Mutiny.SessionFactory sessions,
            TurnStore turn,
            @All List<SightingFollower> followers,
            Outbox outbox,
            ObjectMapper json) {
        this.sessions = sessions;
        this.turn = turn;
        this.followers = followers;
        this.outbox = outbox;
        this.json = json;
    }

    /// Records those that are not there yet and answers their ids.
    public Uni<Set<UUID>> record(Collection<Seen> seen, String by) {
        var distinct = new LinkedHashMap<UUID, Seen>();
        seen.forEach(one -> distinct.putIfAbsent(one.sighting().id(), one));
        return sessions.withStatelessTransaction(session ->
                turn.take(session)
                        .chain(() -> present(session, distinct.keySet()))
                        .chain(there -> {
                            distinct.keySet().removeAll(there);
                            return add(session, distinct.values(), by);
                        })
                        .replaceWith(distinct.keySet()));
    }

    /// Which of these ids are recorded already.
    public Uni<Set<UUID>> present(Collection<UUID> ids) {
        return sessions.withStatelessSession(session -> present(session, ids));
    }

    private static Uni<Set<UUID>> present(Mutiny.StatelessSession session, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return session.createSelectionQuery(
                        "select id from SightingEntity where id in :ids", UUID.class)
                .setParameter("ids", List.copyOf(ids))
                .getResultList()
                .map(HashSet::new);
    }

    private Uni<Void> add(Mutiny.StatelessSession session, Collection<Seen> seen, String by) {
        if (seen.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        var rows = seen.stream().map(one -> row(one, by, now)).toList();
        var versions =
                seen.stream().map(one -> version(one.sighting(), one.note(), by, now)).toList();
        var sightings = seen.stream().map(Seen::sighting).toList();
        return session.insertMultiple(rows)
                .chain(() -> session.insertMultiple(versions))
                .chain(() -> outbox.append(session, sightings.stream().map(this::event).toList()))
                .chain(() -> told(one -> one.recorded(session, sightings)));
    }

    /// Withdraws the sighting; doing it again changes nothing.
    Uni<Optional<SightingView>> withdraw(UUID id, String by) {
        return sessions.withStatelessTransaction(session ->
                        turn.take(session)
                                .chain(() -> session.get(SightingEntity.class, id))
                                .chain(row ->
                                        row == null || row.state.equals("withdrawn")
                                                ? Uni.createFrom().voidItem()
                                                : withdraw(session, row, by)))
                .chain(() -> find(id));
    }

    private Uni<Void> withdraw(Mutiny.StatelessSession session, SightingEntity row, String by) {
        Sighting before = read(row);
        Sighting withdrawn = before.as(before.id(), before.version() + 1, Sighting.State.WITHDRAWN);
        row.version = withdrawn.version();
        row.state = "withdrawn";
        row.record = write(withdrawn);
        return session.update(row)
                .chain(() -> session.insert(version(withdrawn, row.note, by, clock.instant())))
                .chain(() -> outbox.append(session, event(withdrawn)))
                .chain(() -> told(one -> one.withdrawn(session, withdrawn)));
    }

    /// What became of a correction.
    sealed interface Correction {

        record Corrected(int version) implements Correction {}

        /// It says just that already.
        record Unchanged() implements Correction {}

        /// It stands at another version than was expected.
        record Stale(int version) implements Correction {}

        record Withdrawn() implements Correction {}

        record Missing() implements Correction {}
    }

    /// The next version of a sighting that stands at the expected one. It keeps its id, which
    /// followed from what was said of it first.
    Uni<Correction> correct(UUID id, Seen seen, int expectedVersion, String by) {
        return sessions.withStatelessTransaction(session ->
                turn.take(session)
                        .chain(() -> session.get(SightingEntity.class, id))
                        .chain(row -> {
                            if (row == null) {
                                return correction(new Correction.Missing());
                            }
                            if (row.version != expectedVersion) {
                                return correction(new Correction.Stale(row.version));
                            }
                            return row.state.equals("withdrawn")
                                    ? correction(new Correction.Withdrawn())
                                    : correct(session, row, seen, by);
                        }));
    }

    private static Uni<Correction> correction(Correction outcome) {
        return Uni.createFrom().item(outcome);
    }

    private Uni<Correction> correct(
            Mutiny.StatelessSession session, SightingEntity row, Seen seen, String by) {
        Sighting before = read(row);
        Sighting after = seen.sighting().as(row.id, row.version + 1, Sighting.State.RECORDED);
        boolean isSame = before.as(row.id, after.version(), after.state()).equals(after);
        if (isSame
                && Objects.equals(row.note, seen.note())
                && Objects.equals(row.sceneId, seen.sceneId())) {
            return correction(new Correction.Unchanged());
        }
        fill(row, new Seen(after, seen.note(), seen.sceneId()));
        return session.update(row)
                .chain(() -> session.insert(version(after, seen.note(), by, clock.instant())))
                .chain(() -> outbox.append(session, event(after)))
                .chain(() ->
                        after.saysTheSameOfHer(before)
                                ? Uni.createFrom().voidItem()
                                : told(one -> one.corrected(session, after)))
                .map(done -> new Correction.Corrected(after.version()));
    }

    private Uni<Void> told(Function<SightingFollower, Uni<Void>> tell) {
        Uni<Void> told = Uni.createFrom().voidItem();
        for (SightingFollower follower : followers) {
            told = told.chain(() -> tell.apply(follower));
        }
        return told;
    }

    /// Every version from the newest down; what was superseded stays readable.
    Uni<List<SightingVersionView>> versions(UUID id) {
        return sessions.withStatelessSession(session ->
                session.createSelectionQuery(
                                "from SightingVersionEntity where sightingId = :id order by version desc",
                                SightingVersionEntity.class)
                        .setParameter("id", id)
                        .getResultList()
                        .map(rows ->
                                rows.stream()
                                        .map(row ->
                                                new SightingVersionView(
                                                        read(row.record, row.sightingId),
                                                        row.note,
                                                        row.changedBy,
                                                        row.changedAt))
                                        .toList()));
    }

    Uni<Optional<SightingView>> find(UUID id) {
        return sessions.withStatelessSession(session ->
                session.get(SightingEntity.class, id)
                        .chain(row ->
                                row == null
                                        ? Uni.createFrom().item(Optional.<SightingView>empty())
                                        : views(session, List.of(row))
                                                .map(views -> Optional.of(views.getFirst()))));
    }

    /// One more than the limit, where there are as many.
    Uni<List<SightingView>> find(SightingSearch search, int limit) {
        return sessions.withStatelessSession(session -> {
            var query =
                    session.createSelectionQuery(
                            "from SightingEntity where "
                                    + search.condition()
                                    + " order by fromAt desc, id desc",
                            SightingEntity.class);
            for (var parameter : search.parameters().entrySet()) {
                query = query.setParameter(parameter.getKey(), parameter.getValue());
            }
            return query.setMaxResults(limit + 1)
                    .getResultList()
                    .chain(rows -> views(session, rows));
        });
    }

    /// Recorded sightings whose interval touches the given one.
    public Uni<List<Sighting>> touching(Mutiny.StatelessSession session, Instant from, Instant to) {
        return session.createNativeQuery(
                        "select * from sighting where state = 'recorded'"
                                + " and tstzrange(from_at, to_at, '[]') && tstzrange(?1, ?2, '[]')",
                        SightingEntity.class)
                .setParameter(1, from)
                .setParameter(2, to)
                .getResultList()
                .map(rows -> rows.stream().map(this::read).toList());
    }

    public Uni<Map<UUID, Sighting>> byIds(Mutiny.StatelessSession session, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createSelectionQuery(
                        "from SightingEntity where id in :ids", SightingEntity.class)
                .setParameter("ids", List.copyOf(ids))
                .getResultList()
                .map(rows -> {
                    var byId = new HashMap<UUID, Sighting>();
                    rows.forEach(row -> byId.put(row.id, read(row)));
                    return byId;
                });
    }

    private Uni<List<SightingView>> views(
            Mutiny.StatelessSession session, List<SightingEntity> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createSelectionQuery(
                        "select sightingId, outcome, count(*) from VerdictEntity"
                                + " where sightingId in :ids group by sightingId, outcome",
                        Object[].class)
                .setParameter("ids", rows.stream().map(row -> row.id).toList())
                .getResultList()
                .map(counted -> {
                    var counts = new HashMap<UUID, SightingView.Counts>();
                    for (Object[] count : counted) {
                        counts.merge(
                                (UUID) count[0],
                                SightingView.Counts.NONE.plus((String) count[1], (Long) count[2]),
                                (before, ignored) ->
                                        before.plus((String) count[1], (Long) count[2]));
                    }
                    var views = new ArrayList<SightingView>();
                    rows.forEach(row ->
                            views.add(
                                    view(
                                            row,
                                            counts.getOrDefault(
                                                    row.id, SightingView.Counts.NONE))));
                    return views;
                });
    }

    private SightingView view(SightingEntity row, SightingView.Counts verdicts) {
        return new SightingView(
                read(row), row.note, row.sceneId, row.recordedBy, row.recordedAt, verdicts);
    }

    private SightingEntity row(Seen seen, String by, Instant now) {
        var row = new SightingEntity();
        fill(row, seen);
        row.recordedBy = by;
        row.recordedAt = now;
        return row;
    }

    private void fill(SightingEntity row, Seen seen) {
        Sighting sighting = seen.sighting();
        row.id = sighting.id();
        row.version = sighting.version();
        row.state = "recorded";
        row.fromAt = sighting.from();
        row.toAt = sighting.to();
        row.latitude = sighting.latitudeDegrees();
        row.longitude = sighting.longitudeDegrees();
        row.record = write(sighting);
        row.note = seen.note();
        row.sceneId = seen.sceneId();
        row.registeredSceneId = sighting.seen().sceneId();
    }

    private SightingVersionEntity version(
            Sighting sighting, @Nullable String note, String by, Instant now) {
        var row = new SightingVersionEntity();
        row.id = eventId(sighting);
        row.sightingId = sighting.id();
        row.version = sighting.version();
        row.record = write(sighting);
        row.note = note;
        row.changedBy = by;
        row.changedAt = now;
        return row;
    }

    private static UUID eventId(Sighting sighting) {
        return OutboxEvent.idOf(Sighting.TYPE, sighting.id(), sighting.version());
    }

    private OutboxEvent event(Sighting sighting) {
        return new OutboxEvent(
                eventId(sighting),
                Topics.IMAGERY_SIGHTINGS,
                sighting.id().toString(),
                Sighting.TYPE,
                sighting);
    }

    private Sighting read(SightingEntity row) {
        return read(row.record, row.id);
    }

    private Sighting read(String record, UUID id) {
        try {
            return json.readValue(record, Sighting.class);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("stored sighting unreadable: " + id, fault);
        }
    }

    private String write(Sighting sighting) {
        try {
            return json.writeValueAsString(sighting);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("sighting not writable: " + sighting.id(), fault);
        }
    }
}
