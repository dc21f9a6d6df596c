package org.fairlead.ais.activity;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fairlead.ais.track.QueryTime;
import org.fairlead.ais.vessel.MmsiText;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.problem.Page;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.page.Cursor;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// What was derived from tracks: the published record, with its kind, and the vessel's name as the
/// register has it now where the record has none.
@Path("/api/ais/v1/activities")
@Produces(MediaType.APPLICATION_JSON)
public class ActivityResource {

    private static final Set<String> STATES =
            Set.of("open", "reappeared", "not-reobserved", "void", "retracted");

    private final CallerProducer callers;
    private final ActivityStore activities;

    @Inject
    ActivityResource(CallerProducer callers, ActivityStore activities) {
        this.callers = callers;
        this.activities = activities;
    }

    @GET
    @Operation(summary = "Newest versions, latest start first; retracted ones are among them")
    public Uni<Page<Map<String, Object>>> list(
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("mmsi") @Nullable String mmsi,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var unused = callers.member();
        int most = Cursor.limit(limit);
        var after = Cursor.parse(cursor);
        var query =
                new ActivityQuery(
                        kind(kind),
                        isAbsent(mmsi) ? null : mmsi(mmsi),
                        isAbsent(from) ? null : QueryTime.read("from", from),
                        isAbsent(to) ? null : QueryTime.read("to", to),
                        state(state),
                        after == null ? null : QueryTime.read("cursor", after.sortKey()),
                        after == null ? null : id(after.id()));
        return activities
                .newest(query, most + 1)
                .map(found ->
                        Cursor.page(
                                found,
                                most,
                                activity ->
                                        new Cursor(
                                                activity.from().toString(),
                                                activity.id().toString())))
                .map(page ->
                        new Page<>(
                                page.items().stream().map(ActivityResource::view).toList(),
                                page.nextCursor()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "The newest version")
    public Uni<Map<String, Object>> one(@PathParam("id") String id) {
        var unused = callers.member();
        return activities
                .byId(id(id))
                .map(found -> view(found.orElseThrow(ProblemException::notFound)));
    }

    @GET
    @Path("{id}/versions")
    @Operation(summary = "All versions, newest first")
    public Uni<Page<Map<String, Object>>> versions(@PathParam("id") String id) {
        var unused = callers.member();
        return activities
                .versions(id(id))
                .map(found -> {
                    if (found.isEmpty()) {
                        throw ProblemException.notFound();
                    }
                    return new Page<>(found.stream().map(ActivityResource::view).toList(), null);
                });
    }

    private static Map<String, Object> view(ActivityStore.StoredActivity activity) {
        var record = activity.record().copy().put("kind", Silence.KIND);
        JsonObject vessel = record.getJsonObject("vessel");
        fill(vessel, "imo", activity.imo());
        fill(vessel, "name", activity.name());
        return record.getMap();
    }

    private static void fill(JsonObject vessel, String field, @Nullable String known) {
        if (known != null && !vessel.containsKey(field)) {
            vessel.put(field, known);
        }
    }

    private static boolean isAbsent(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static @Nullable String kind(@Nullable String kind) {
        if (kind == null || kind.isBlank()) {
            return null;
        }
        if (!kind.equals(Silence.KIND)) {
            throw ProblemException.invalid("kind", "expected silence");
        }
        return kind;
    }

    private static @Nullable String state(@Nullable String state) {
        if (state == null || state.isBlank()) {
            return null;
        }
        if (!STATES.contains(state)) {
            throw ProblemException.invalid(
                    "state", "expected open, reappeared, not-reobserved, void or retracted");
        }
        return state;
    }

    private static int mmsi(@Nullable String text) {
        if (text == null || !text.matches("[0-9]{9}")) {
            throw ProblemException.invalid("mmsi", "expected nine digits");
        }
        return MmsiText.read(text);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOne) {
            throw ProblemException.notFound();
        }
    }
}
