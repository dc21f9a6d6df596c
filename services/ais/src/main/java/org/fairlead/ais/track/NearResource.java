package org.fairlead.ais.track;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fairlead.ais.vessel.VesselStore;
import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.contracts.ais.VesselRef;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.problem.Page;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.page.Cursor;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Which vessels transmitted near a place at a time.
@Path("/api/ais/v1/vessels/near")
@Produces(MediaType.APPLICATION_JSON)
public class NearResource {

    private static final double UNITS_PER_DEGREE = 600_000;
    private static final double MILES_PER_DEGREE = 60;

    /// Faster than any ship that carries AIS, for what she may sail between two fixes.
    private static final double FASTEST_KNOTS = 60;

    private static final Comparator<Near> NEAREST_FIRST =
            Comparator.comparingDouble(Near::distance).thenComparingInt(Near::mmsi);

    private final CallerProducer callers;
    private final NearStore tracks;
    private final RecentFrameStore recent;
    private final VesselStore vessels;
    private final TrackConfig config;

    @Inject
    NearResource(
            CallerProducer callers,
            NearStore tracks,
            RecentFrameStore recent,
            VesselStore vessels,
            TrackConfig config) {
        this.callers = callers;
        this.tracks = tracks;
        this.recent = recent;
        this.vessels = vessels;
        this.config = config;
    }

    @GET
    @Operation(summary = "Vessels near a place at a time, nearest first, up to 200 a page")
    public Uni<Response> near(
            @QueryParam("latitudeDegrees") @Nullable String latitude,
            @QueryParam("longitudeDegrees") @Nullable String longitude,
            @QueryParam("at") @Nullable String at,
            @QueryParam("radiusNauticalMiles") @Nullable String radius,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var unused = callers.member();
        int most = Cursor.limit(limit == null ? Integer.valueOf(Page.MAXIMUM_LIMIT) : limit);
        var after = Farthest.read(Cursor.parse(cursor));
        var place =
                new Place(
                        number("latitudeDegrees", latitude, -90, 90),
                        number("longitudeDegrees", longitude, -180, 180));
        double miles =
                number("radiusNauticalMiles", radius, 0, config.largestRadiusNauticalMiles());
        Instant moment = QueryTime.read("at", at);
        var span = config.interpolatedWithin();
        return recent.between(
                        moment.minus(span),
                        moment.plus(span),
                        news -> tracks.around(bounds(place, miles, config), moment, span, news))
                .chain(found ->
                        named(after.page(within(found, place, miles, moment.toEpochMilli()), most))
                                .map(page -> answer(page, damages(found))));
    }

    /// How many pieces of tracks could not be read: who was in them may be missing here.
    private static long damages(Map<Integer, TrackRead> found) {
        return found.values().stream().mapToLong(read -> read.damages().size()).sum();
    }

    private static Response answer(Page<NearbyVessel> page, long damages) {
        var response = Response.ok(page);
        return damages == 0
                ? response.build()
                : response.header(TrackResource.DAMAGED, damages).build();
    }

    private static double number(
            String parameter, @Nullable String text, double least, double most) {
        try {
            double value = Double.parseDouble(text == null ? "" : text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException notOne) {
            // refused below, like a number out of range
        }
        throw ProblemException.invalid(
                parameter, "expected a number from %s to %s".formatted(least, most));
    }

    /// A box that holds a report of every ship that may have been in the circle: of the two between
    /// which a position is interpolated the nearer one is at most half as far away as she sails in
    /// between.
    static TrackStore.Bounds bounds(Place place, double miles, TrackConfig config) {
        double sailed = FASTEST_KNOTS * config.interpolatedWithin().toMinutes() / 60.0 / 2;
        double north = (miles + sailed) / MILES_PER_DEGREE;
        double farthest = Math.min(89.9, Math.abs(place.latitudeDegrees()) + north);
        double east = north / Math.cos(Math.toRadians(farthest));
        return new TrackStore.Bounds(
                units(place.latitudeDegrees() - north),
                units(place.latitudeDegrees() + north),
                units(place.longitudeDegrees() - east),
                units(place.longitudeDegrees() + east),
                east >= 180);
    }

    private static int units(double degrees) {
        return (int) Math.round(degrees * UNITS_PER_DEGREE);
    }

    private List<Near> within(
            Map<Integer, TrackRead> tracks, Place place, double miles, long atMillis) {
        var near = new ArrayList<Near>();
        tracks.forEach((mmsi, read) ->
                PositionAt.of(read.fixes(), atMillis, config)
                        .ifPresent(position -> {
                            double distance = GreatCircle.nauticalMiles(place, position.place());
                            if (distance <= miles) {
                                near.add(new Near(mmsi, position, distance, atMillis));
                            }
                        }));
        near.sort(NEAREST_FIRST);
        return near;
    }

    private Uni<Page<NearbyVessel>> named(Page<Near> near) {
        return vessels.refs(near.items().stream().map(Near::mmsi).toList())
                .map(refs ->
                        new Page<>(
                                near.items().stream().map(one -> view(one, refs)).toList(),
                                near.nextCursor()));
    }

    private static NearbyVessel view(Near one, Map<Integer, VesselRef> refs) {
        var position = one.position();
        return new NearbyVessel(
                java.util.Objects.requireNonNull(refs.get(one.mmsi())),
                position.place().latitudeDegrees(),
                position.place().longitudeDegrees(),
                one.distance(),
                Uncertainty.nauticalMiles(position.before(), position.after(), one.atMillis()),
                reported(position.before()),
                reported(position.after()),
                position.isInterpolated(),
                isSynthetic(position.before()) || isSynthetic(position.after()));
    }

    private static boolean isSynthetic(@Nullable Fix fix) {
        return fix != null && fix.isSynthetic();
    }

    private static @Nullable ReportedPosition reported(@Nullable Fix fix) {
        return fix == null
                ? null
                : new ReportedPosition(
                        Instant.ofEpochMilli(fix.epochMillis()),
                        fix.latitudeDegrees(),
                        fix.longitudeDegrees(),
                        fix.speed() >= Fix.SPEED_NOT_AVAILABLE ? null : fix.speed() / 10.0,
                        fix.course() >= Fix.COURSE_NOT_AVAILABLE ? null : fix.course() / 10.0);
    }

    private record Near(int mmsi, PositionAt position, double distance, long atMillis) {}

    /// The last vessel of the page before.
    private record Farthest(double distance, int mmsi) {

        static Farthest read(@Nullable Cursor cursor) {
            if (cursor == null) {
                return new Farthest(-1, 0);
            }
            try {
                return new Farthest(
                        Double.parseDouble(cursor.sortKey()), Integer.parseInt(cursor.id()));
            } catch (NumberFormatException notOurs) {
                throw ProblemException.invalid(
                        "cursor", "take it unchanged from nextCursor of the page before");
            }
        }

        Page<Near> page(List<Near> near, int limit) {
            var rest = near.stream().filter(this::isBefore).toList();
            return Cursor.page(
                    rest,
                    limit,
                    last ->
                            new Cursor(
                                    Double.toString(last.distance()),
                                    Integer.toString(last.mmsi())));
        }

        private boolean isBefore(Near one) {
            int byDistance = Double.compare(distance, one.distance());
            return byDistance < 0 || (byDistance == 0 && mmsi < one.mmsi());
        }
    }
}
