package org.fairlead.sanctions.screening;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.contracts.problem.Page;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.page.Cursor;
import org.fairlead.service.problem.ProblemException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Vessels on AIS that stand in a list, newest first.
@Path("/api/sanctions/v1/matches")
@Produces(MediaType.APPLICATION_JSON)
class MatchResource {

    private final CallerProducer callers;
    private final Mutiny.SessionFactory sessions;
    private final ObjectMapper json;

    @Inject
    MatchResource(CallerProducer callers, Mutiny.SessionFactory sessions, ObjectMapper json) {
        this.callers = callers;
        this.sessions = sessions;
        this.json = json;
    }

    @GET
    public Uni<Page<ObjectNode>> matches(
            @QueryParam("mmsi") @Nullable String mmsi,
            @QueryParam("imo") @Nullable String imo,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        callers.member();
        int size = Cursor.limit(limit);
        if (state != null && MatchState.find(state).isEmpty()) {
            throw ProblemException.invalid("state", "expected hit, contradicted or cleared");
        }
        if (mmsi != null && !mmsi.matches("[0-9]{9}")) {
            throw ProblemException.invalid("mmsi", "expected nine digits");
        }
        var place = Place.of(Cursor.parse(cursor));
        var wanted = new LinkedHashMap<String, String>();
        putIfGiven(wanted, "mmsi", mmsi);
        putIfGiven(wanted, "imo", imo);
        putIfGiven(wanted, "state", state);
        return sessions.withStatelessSession(session -> rows(session, wanted, place, size + 1))
                .map(rows ->
                        Cursor.page(
                                rows,
                                size,
                                row -> new Cursor(row.screenedAt.toString(), row.id.toString())))
                .map(page ->
                        new Page<>(
                                page.items().stream().map(this::view).toList(), page.nextCursor()));
    }

    /// @param wanted columns and the values they must have
    private static Uni<List<MatchEntity>> rows(
            Mutiny.StatelessSession session, Map<String, String> wanted, Place place, int limit) {
        var statement =
                new StringBuilder(
                        "from MatchEntity m where"
                                + " (m.screenedAt < :at or (m.screenedAt = :at and m.id > :id))");
        wanted.keySet()
                .forEach(column -> statement.append(" and m.%1$s = :%1$s".formatted(column)));
        var query =
                session.createQuery(
                                statement + " order by m.screenedAt desc, m.id", MatchEntity.class)
                        .setParameter("at", place.screenedAt())
                        .setParameter("id", place.id())
                        .setMaxResults(limit);
        for (var column : wanted.entrySet()) {
            query = query.setParameter(column.getKey(), column.getValue());
        }
        return query.getResultList();
    }

    private static void putIfGiven(
            Map<String, String> wanted, String column, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            wanted.put(column, value);
        }
    }

    @GET
    @Path("{id}")
    public Uni<ObjectNode> match(@PathParam("id") String id) {
        callers.member();
        return sessions.withStatelessSession(session -> session.get(MatchEntity.class, uuid(id)))
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .map(this::view);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }

    private ObjectNode view(MatchEntity row) {
        try {
            var record = (ObjectNode) json.readTree(row.record);
            // The contract's record knows hits and cleared hits; a pair kept aside is neither.
            return record.put("state", row.state);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("a stored match is no JSON", e);
        }
    }

    private record Place(Instant screenedAt, UUID id) {

        static Place of(@Nullable Cursor cursor) {
            try {
                return cursor == null
                        ? new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(0, 0))
                        : new Place(Instant.parse(cursor.sortKey()), UUID.fromString(cursor.id()));
            } catch (java.time.DateTimeException | IllegalArgumentException e) {
                throw ProblemException.invalid("cursor", "take it unchanged from nextCursor");
            }
        }
    }
}
