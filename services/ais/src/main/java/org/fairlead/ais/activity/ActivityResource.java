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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fairlead.ais.track.QueryTime;
import org.fairlead.ais.vessel.MmsiText;
import org.fairlead.contracts.ais.ActivityDetails;
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
            Set.of("open", "ended", "reappeared", "not-reobserved", "void", "retracted");

    static final List<String> KINDS =
            Stream.concat(Stream.of(Silence.KIND), ActivityDetails.KINDS.stream()).toList();

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
            @QueryParam("area") @Nullable String area,
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
                        kinds(kind),
                        isAbsent(mmsi) ? null : mmsi(mmsi),
                        area(area),
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

    @GET
    @Path("{id}/why")
    @Operation(
            summary =
                    "Why it was found: the rule in words, each threshold with its meaning and source,"
                            + " the fixes it rests on, and how she was heard at that time")
    public Uni<Why> why(@PathParam("id") String id) {
        var unused = callers.member();
        return activities
                .byId(id(id))
                .chain(found -> why(found.orElseThrow(ProblemException::notFound)));
    }

    private Uni<Why> why(ActivityStore.StoredActivity activity) {
        return others(activity)
                .chain(others -> heard(activity).map(heard -> Why.of(activity, heard, others)));
    }

    private Uni<Why.@Nullable Others> others(ActivityStore.StoredActivity activity) {
        var silence = Why.silenceOf(activity);
        return silence == null
                ? Uni.createFrom().nullItem()
                : activities.byId(silence).map(found -> found.map(Why.Others::of).orElse(null));
    }

    private Uni<List<Why.Reception>> heard(ActivityStore.StoredActivity activity) {
        var record = activity.record();
        var from = activity.from();
        String end = endOf(record);
        var to = end == null ? from : Instant.parse(end);
        var vessel = record.getJsonObject("vessel");
        if (vessel == null) {
            return Uni.createFrom().item(List.of());
        }
        int mmsi = Integer.parseInt(vessel.getString("mmsi"));
        return activities
                .heard(mmsi, from, to)
                .chain(during ->
                        activities
                                .heard(mmsi, from.minus(Duration.ofDays(7)), from)
                                .map(before ->
                                        List.of(
                                                new Why.Reception(
                                                        "Days of it (UTC), both ends included",
                                                        during.fixes(),
                                                        during.days()),
                                                new Why.Reception(
                                                        "Seven days up to its beginning",
                                                        before.fixes(),
                                                        before.days()))));
    }

    private static @Nullable String endOf(JsonObject record) {
        String to = record.getString("to");
        JsonObject end = record.getJsonObject("end");
        return to != null ? to : end == null ? null : end.getString("at");
    }

    private static Map<String, Object> view(ActivityStore.StoredActivity activity) {
        var record = activity.record().copy().put("kind", activity.kind());
        JsonObject vessel = record.getJsonObject("vessel");
        if (vessel != null) {
            fill(vessel, "imo", activity.imo());
            fill(vessel, "name", activity.name());
        }
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

    /// One, or several parted by commas.
    private static List<String> kinds(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        var kinds = Stream.of(text.split(",", -1)).map(String::strip).distinct().toList();
        if (!KINDS.containsAll(kinds)) {
            throw ProblemException.invalid("kind", "expected some of " + String.join(", ", KINDS));
        }
        return kinds;
    }

    private static ActivityQuery.@Nullable Area area(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String[] parts = text.split(",", -1);
        try {
            double[] sides = Stream.of(parts).mapToDouble(Double::parseDouble).toArray();
            boolean isArea =
                    sides.length == 4
                            && -90 <= sides[0]
                            && sides[0] <= sides[2]
                            && sides[2] <= 90
                            && Math.abs(sides[1]) <= 180
                            && Math.abs(sides[3]) <= 180;
            if (isArea) {
                return new ActivityQuery.Area(sides[0], sides[1], sides[2], sides[3]);
            }
        } catch (NumberFormatException notOne) {
            // Told below.
        }
        throw ProblemException.invalid(
                "area",
                "expected south,west,north,east in degrees, south below north; west beyond east"
                        + " reaches over 180°");
    }

    private static @Nullable String state(@Nullable String state) {
        if (state == null || state.isBlank()) {
            return null;
        }
        if (!STATES.contains(state)) {
            throw ProblemException.invalid(
                    "state", "expected open, ended, reappeared, not-reobserved, void or retracted");
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
