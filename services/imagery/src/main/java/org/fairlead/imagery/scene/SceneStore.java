package org.fairlead.imagery.scene;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.messaging.outbox.OutboxEvent;
import org.fairlead.seas.distance.Place;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/// Scenes in the database, every version of them.
@ApplicationScoped
public class SceneStore {

    private final Mutiny.SessionFactory sessions;
    private final ObjectMapper json;
    private final Clock clock = Clock.systemUTC();

    @Inject
    SceneStore(Mutiny.SessionFactory sessions, ObjectMapper json) {
        this.sessions = sessions;
        this.json = json;
    }

    /// What became of a scene that was to be recorded or changed.
    public sealed interface Outcome {

        record Added(SceneView view) implements Outcome {}

        record Unchanged(SceneView view) implements Outcome {}

        record Changed(SceneView view) implements Outcome {}

        /// It is there with other content, or was withdrawn.
        record Differs(SceneView current) implements Outcome {}

        /// It stands at another version than was expected.
        record Stale(SceneView current) implements Outcome {}

        record Missing() implements Outcome {}
    }

    /// Records a scene that is not there yet.
    public Uni<Outcome> record(Scene scene, String by) {
        return sessions.withStatelessTransaction(session ->
                // Two who record the same scene at once: the second waits for the first.
                session.createNativeQuery("select 1 from pg_advisory_xact_lock(?1)")
                        .setParameter(1, scene.id().getMostSignificantBits())
                        .getSingleResult()
                        .chain(() -> session.get(SceneEntity.class, scene.id()))
                        .chain(row -> {
                            if (row == null) {
                                return add(session, scene, by);
                            }
                            Scene there = read(row.record);
                            return Uni.createFrom()
                                    .<Outcome>item(
                                            isSameContent(there, scene)
                                                            && there.state() == Scene.State.RECORDED
                                                    ? new Outcome.Unchanged(view(row))
                                                    : new Outcome.Differs(view(row)));
                        }));
    }

    /// What recording it would come to.
    ///
    /// @param isFirst false where the same file names it again
    public Uni<Outcome> tried(Scene scene, boolean isFirst) {
        return find(scene.id())
                .map(found -> {
                    if (found.isEmpty()) {
                        var view = new SceneView(scene, "", clock.instant());
                        return isFirst ? new Outcome.Added(view) : new Outcome.Unchanged(view);
                    }
                    SceneView there = found.get();
                    return isSameContent(there.scene(), scene)
                                    && there.scene().state() == Scene.State.RECORDED
                            ? new Outcome.Unchanged(there)
                            : new Outcome.Differs(there);
                });
    }

    private static boolean isSameContent(Scene one, Scene other) {
        return one.as(other.id(), 1, Scene.State.RECORDED)
                .equals(other.as(other.id(), 1, Scene.State.RECORDED));
    }

    private Uni<Outcome> add(Mutiny.StatelessSession session, Scene scene, String by) {
        var row = new SceneEntity();
        fill(row, scene);
        row.recordedBy = by;
        row.recordedAt = clock.instant();
        return session.insert(row)
                .chain(() -> session.insert(version(scene, by, row.recordedAt)))
                .map(done -> new Outcome.Added(view(row)));
    }

    /// The next version of a scene that stands at the expected one.
    Uni<Outcome> change(Scene scene, int expectedVersion, String by) {
        return locked(
                scene.id(),
                (session, row) -> {
                    if (row.version != expectedVersion) {
                        return Uni.createFrom().item(new Outcome.Stale(view(row)));
                    }
                    Scene there = read(row.record);
                    if (there.state() == Scene.State.RECORDED && isSameContent(there, scene)) {
                        return Uni.createFrom().item(new Outcome.Unchanged(view(row)));
                    }
                    return update(
                            session,
                            row,
                            scene.as(row.id, row.version + 1, Scene.State.RECORDED),
                            by);
                });
    }

    /// Withdraws a scene; doing it again changes nothing.
    Uni<Outcome> withdraw(UUID id, String by) {
        return locked(
                id,
                (session, row) ->
                        row.state.equals("withdrawn")
                                ? Uni.createFrom().item(new Outcome.Unchanged(view(row)))
                                : update(
                                        session,
                                        row,
                                        read(row.record)
                                                .as(row.id, row.version + 1, Scene.State.WITHDRAWN),
                                        by));
    }

    private interface Step {
        Uni<Outcome> on(Mutiny.StatelessSession session, SceneEntity row);
    }

    private Uni<Outcome> locked(UUID id, Step step) {
        return sessions.withStatelessTransaction(session ->
                session.get(SceneEntity.class, id, LockMode.PESSIMISTIC_WRITE)
                        .chain(row ->
                                row == null
                                        ? Uni.createFrom().item(new Outcome.Missing())
                                        : step.on(session, row)));
    }

    private Uni<Outcome> update(
            Mutiny.StatelessSession session, SceneEntity row, Scene next, String by) {
        fill(row, next);
        Instant now = clock.instant();
        return session.update(row)
                .chain(() -> session.insert(version(next, by, now)))
                .map(done -> new Outcome.Changed(view(row)));
    }

    Uni<Optional<SceneView>> find(UUID id) {
        return sessions.withStatelessSession(session ->
                session.get(SceneEntity.class, id)
                        .map(row -> Optional.ofNullable(row).map(this::view)));
    }

    /// Every version from the newest down; what was superseded stays readable.
    Uni<List<SceneView>> versions(UUID id) {
        return sessions.withStatelessSession(session ->
                session.createSelectionQuery(
                                "from SceneVersionEntity where sceneId = :id order by version desc",
                                SceneVersionEntity.class)
                        .setParameter("id", id)
                        .getResultList()
                        .map(rows ->
                                rows.stream()
                                        .map(row ->
                                                new SceneView(
                                                        read(row.record),
                                                        row.changedBy,
                                                        row.changedAt))
                                        .toList()));
    }

    /// One more than the limit, where there are as many.
    Uni<List<SceneView>> find(SceneSearch search, int limit) {
        return sessions.withStatelessSession(session -> {
            var query =
                    session.createSelectionQuery(
                            "from SceneEntity where "
                                    + search.condition()
                                    + " order by startAt desc, id desc",
                            SceneEntity.class);
            for (var parameter : search.parameters().entrySet()) {
                query = query.setParameter(parameter.getKey(), parameter.getValue());
            }
            return query.setMaxResults(limit + 1)
                    .getResultList()
                    .map(rows -> rows.stream().map(this::view).toList());
        });
    }

    /// The recorded scene that a sighting's sender means: by its id, or by the provider's name for
    /// it where only one scene has that.
    public Uni<Optional<Scene>> referredTo(String reference) {
        return sessions.withStatelessSession(session ->
                session.createSelectionQuery(
                                "from SceneEntity where state = 'recorded'"
                                        + " and (name = :name or cast(id as string) = :id)",
                                SceneEntity.class)
                        .setParameter("name", reference.strip())
                        .setParameter("id", reference.strip().toLowerCase(java.util.Locale.ROOT))
                        .setMaxResults(2)
                        .getResultList()
                        .map(rows ->
                                rows.size() == 1
                                        ? Optional.of(read(rows.getFirst().record))
                                        : Optional.empty()));
    }

    /// Recorded scenes that cover a place and were being taken within the window, newest first.
    ///
    /// @param from start of the window, equal to `to` for an instant
    public Uni<List<Scene>> covering(
            Mutiny.StatelessSession session, Place place, Instant from, Instant to) {
        return session.createNativeQuery(
                        """
                        select * from scene where state = 'recorded'
                          and tstzrange(start_at, end_at, '[]') && tstzrange(?1, ?2, '[]')
                          and ?3 between south and north
                          and (?4 between west and east or ?4 + 360 between west and east
                               or ?4 - 360 between west and east)
                        order by start_at desc, id desc
                        """,
                        SceneEntity.class)
                .setParameter(1, from)
                .setParameter(2, to)
                .setParameter(3, place.latitudeDegrees())
                .setParameter(4, place.longitudeDegrees())
                .getResultList()
                .map(rows ->
                        rows.stream()
                                .map(row -> read(row.record))
                                .filter(scene -> scene.footprint().covers(place))
                                .toList());
    }

    /// Recorded scenes that were being taken within the window, wherever, newest first.
    public Uni<List<Scene>> during(
            Mutiny.StatelessSession session, Instant from, Instant to, int most) {
        return session.createNativeQuery(
                        """
                        select * from scene where state = 'recorded'
                          and tstzrange(start_at, end_at, '[]') && tstzrange(?1, ?2, '[]')
                        order by start_at desc, id desc
                        """,
                        SceneEntity.class)
                .setParameter(1, from)
                .setParameter(2, to)
                .setMaxResults(most)
                .getResultList()
                .map(rows -> rows.stream().map(row -> read(row.record)).toList());
    }

    /// The same, for who holds no session.
    public Uni<List<Scene>> covering(Place place, Instant from, Instant to) {
        return sessions.withStatelessSession(session -> covering(session, place, from, to));
    }

    private SceneView view(SceneEntity row) {
        return new SceneView(read(row.record), row.recordedBy, row.recordedAt);
    }

    private void fill(SceneEntity row, Scene scene) {
        row.id = scene.id();
        row.version = scene.version();
        row.state = scene.state() == Scene.State.RECORDED ? "recorded" : "withdrawn";
        row.name = scene.name();
        row.startAt = scene.acquisitionStart();
        row.endAt = scene.acquisitionEnd();
        row.south = scene.footprint().south();
        row.north = scene.footprint().north();
        row.west = scene.footprint().west();
        row.east = scene.footprint().east();
        row.record = write(scene);
    }

    private SceneVersionEntity version(Scene scene, String by, Instant now) {
        var row = new SceneVersionEntity();
        row.id = OutboxEvent.idOf("scene-version", scene.id(), scene.version());
        row.sceneId = scene.id();
        row.version = scene.version();
        row.record = write(scene);
        row.changedBy = by;
        row.changedAt = now;
        return row;
    }

    private Scene read(String record) {
        try {
            return json.readValue(record, Scene.class);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("stored scene unreadable", fault);
        }
    }

    private String write(Scene scene) {
        try {
            return json.writeValueAsString(scene);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("scene not writable: " + scene.id(), fault);
        }
    }
}
