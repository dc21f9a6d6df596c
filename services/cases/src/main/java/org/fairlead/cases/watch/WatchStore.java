package org.fairlead.cases.watch;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.TimeOrderedId;
import org.fairlead.cases.notification.NotificationKind;
import org.fairlead.cases.notification.NotificationStore;
import org.fairlead.cases.notification.Telling;
import org.fairlead.service.problem.ProblemException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// What people watch, and whom a new lead concerns.
@ApplicationScoped
public class WatchStore {

    private static final String FITTING =
            "select subject, title from watches_fitting(?1, ?2, ?3, ?4, ?5, ?6)";

    private static final String FITTING_MANY =
            """
            select w.subject, w.title, r.place
              from jsonb_to_recordset(cast(cast(?1 as text) as jsonb))
                   as r(place int, team text, mmsi text, imo text, latitude double precision,
                        longitude double precision, words text)
             cross join lateral watches_fitting(r.team, r.mmsi, r.imo, r.latitude, r.longitude,
                                                r.words) w
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Clock clock;
    private final NotificationStore notifications;

    @Inject
    WatchStore(Clock clock, NotificationStore notifications) {
        this.clock = clock;
        this.notifications = notifications;
    }

    Uni<List<Watch>> mine(Mutiny.StatelessSession session) {
        return session.createSelectionQuery(
                        "from WatchEntity w order by w.createdAt, w.id", WatchEntity.class)
                .getResultList()
                .map(rows -> rows.stream().map(WatchEntity::watch).toList());
    }

    Uni<Watch> add(Mutiny.StatelessSession session, Acting acting, NewWatch wanted) {
        Instant now = clock.instant();
        var row = new WatchEntity();
        row.id = TimeOrderedId.at(now);
        row.team = acting.team();
        row.subject = acting.caller().subject();
        row.ownerName = acting.caller().username();
        row.kind = java.util.Objects.requireNonNull(wanted.kind());
        row.title = java.util.Objects.requireNonNull(wanted.title());
        row.mmsi = wanted.mmsi();
        row.imo = wanted.imo();
        Area area = wanted.area();
        if (area != null) {
            row.south = area.southDegrees();
            row.west = area.westDegrees();
            row.north = area.northDegrees();
            row.east = area.eastDegrees();
        }
        row.words = wanted.words();
        row.createdAt = now;
        return session.insert(row).replaceWith(row::watch);
    }

    Uni<Void> remove(Mutiny.StatelessSession session, UUID id) {
        return session.get(WatchEntity.class, id)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .chain(session::delete);
    }

    /// Tells each person with a fitting watch, once however many of theirs fit.
    public Uni<Void> tell(Mutiny.StatelessSession session, Sighted sighted) {
        return session.createNativeQuery(FITTING, Tuple.class)
                .setParameter(1, sighted.team())
                .setParameter(2, sighted.mmsi() == null ? "" : sighted.mmsi())
                .setParameter(3, sighted.imo() == null ? "" : sighted.imo())
                .setParameter(4, place(sighted.latitudeDegrees()))
                .setParameter(5, place(sighted.longitudeDegrees()))
                .setParameter(6, sighted.words())
                .getResultList()
                .chain(rows -> tell(session, sighted, rows));
    }

    /// The same for many at once.
    public Uni<Void> tell(Mutiny.StatelessSession session, List<Sighted> all) {
        var rows = JSON.createArrayNode();
        for (int i = 0; i < all.size(); i++) {
            var one = all.get(i);
            rows.addObject()
                    .put("place", i)
                    .put("team", one.team())
                    .put("mmsi", one.mmsi() == null ? "" : one.mmsi())
                    .put("imo", one.imo() == null ? "" : one.imo())
                    .put("latitude", place(one.latitudeDegrees()))
                    .put("longitude", place(one.longitudeDegrees()))
                    .put("words", one.words());
        }
        return session.createNativeQuery(FITTING_MANY, Tuple.class)
                .setParameter(1, rows.toString())
                .getResultList()
                .chain(found -> {
                    var fitting = new LinkedHashMap<Integer, List<Tuple>>();
                    for (Tuple row : found) {
                        fitting.computeIfAbsent(
                                        row.get(2, Number.class).intValue(),
                                        any -> new ArrayList<>())
                                .add(row);
                    }
                    Uni<Void> told = Uni.createFrom().voidItem();
                    for (var one : fitting.entrySet()) {
                        told =
                                told.chain(
                                        () -> tell(session, all.get(one.getKey()), one.getValue()));
                    }
                    return told;
                });
    }

    /// Nowhere is in no area: there is no such degree.
    private static double place(@Nullable Double degrees) {
        return degrees == null ? 1_000 : degrees;
    }

    private Uni<Void> tell(Mutiny.StatelessSession session, Sighted sighted, List<Tuple> fitting) {
        var byPerson = new java.util.LinkedHashMap<String, String>();
        fitting.forEach(
                row -> byPerson.putIfAbsent(row.get(0, String.class), row.get(1, String.class)));
        Uni<Void> all = Uni.createFrom().voidItem();
        for (var one : byPerson.entrySet()) {
            all =
                    all.chain(() ->
                            notifications.tell(
                                    session,
                                    new Telling(
                                            sighted.team(),
                                            one.getKey(),
                                            NotificationKind.WATCH_MATCHED,
                                            null,
                                            sighted.leadId(),
                                            "%s: %s".formatted(one.getValue(), sighted.title()),
                                            "fairlead")));
        }
        return all;
    }
}
