package org.fairlead.imagery.sighting;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.fairlead.contracts.imagery.Observation;
import org.fairlead.contracts.imagery.Sighting;
import org.fairlead.imagery.fault.Faults;
import org.fairlead.imagery.footprint.Footprint;
import org.fairlead.imagery.scene.Scene;
import org.fairlead.messaging.outbox.OutboxEvent;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// Reads a [SightingInput]: what it must say, and within which bounds.
///
/// The id of a sighting comes from its content, so the same row is the same sighting however often
/// and in whichever file it is sent.
public final class SightingRules {

    /// The first satellite images of ships at sea (Landsat 1, July 1972).
    private static final Instant EARLIEST = Instant.parse("1972-07-23T00:00:00Z");

    /// An outline that reaches farther from its middle is no hull, but the area a ship was seen in.
    private static final double LARGEST_HULL_RADIUS_METRES = 300;

    private final SightingConfig config;
    private final ObservationRules observations;

    public SightingRules(SightingConfig config) {
        this.config = config;
        this.observations = new ObservationRules(config);
    }

    public SightingReading read(SightingInput input, Instant now) {
        return read(input, null, now);
    }

    /// @param scene the registered scene the input refers to: it supplies what the input leaves
    ///   out, and bounds place and time
    public SightingReading read(SightingInput input, @Nullable Scene scene, Instant now) {
        var faults = new Faults();
        var times = times(faults, input, scene, now);
        Footprint outline = ObservationRules.outline(faults, input.observation());
        Observation observation = observations.read(faults, input.observation(), outline, scene);
        Sighting bare = sighting(faults, input, times, outline, scene, observation);
        var seen =
                new Seen(
                        bare,
                        faults.optionalText("note", input.note(), 4_000),
                        faults.optionalText("sceneId", input.scene(), 200));
        if (scene != null && faults.found().isEmpty()) {
            checkWithin(faults, seen.sighting(), input, scene);
        }
        return faults.found().isEmpty()
                ? new SightingReading.Valid(identified(seen))
                : new SightingReading.Faulty(faults.found());
    }

    private record Times(Instant from, Instant to) {}

    private Times times(Faults faults, SightingInput input, @Nullable Scene scene, Instant now) {
        int before = faults.found().size();
        Instant at = faults.time("at", input.at());
        Instant from = faults.time("from", input.from());
        Instant to = faults.time("to", input.to());
        if (faults.found().size() > before) {
            return new Times(EARLIEST, EARLIEST);
        }
        if (scene != null && at == null && from == null && to == null) {
            return new Times(scene.acquisitionStart(), scene.acquisitionEnd());
        }
        checkTimes(faults, at, from, to, now);
        Instant start = at == null ? from : at;
        Instant end = at == null ? to : at;
        return new Times(start == null ? EARLIEST : start, end == null ? EARLIEST : end);
    }

    private void checkTimes(
            Faults faults,
            @Nullable Instant at,
            @Nullable Instant from,
            @Nullable Instant to,
            Instant now) {
        if (at != null && (from != null || to != null)) {
            faults.add("at", "give either at, or from and to");
        } else if (at != null) {
            checkBounds(faults, "at", at, now);
        } else if (from == null && to == null) {
            faults.add("at", "missing: give at, or from and to");
        } else if (from == null || to == null) {
            faults.add(from == null ? "from" : "to", "missing: an interval has both ends");
        } else if (to.isBefore(from)) {
            faults.add("to", "lies before from");
        } else if (Duration.between(from, to).compareTo(config.longestInterval()) > 0) {
            faults.add(
                    "to",
                    "more than %d days after from".formatted(config.longestInterval().toDays()));
        } else {
            checkBounds(faults, "from", from, now);
            checkBounds(faults, "to", to, now);
        }
    }

    private void checkBounds(Faults faults, String field, Instant time, Instant now) {
        if (time.isAfter(now.plus(config.latestAhead()))) {
            faults.add(field, "lies in the future; now it is " + now);
        } else if (time.isBefore(EARLIEST)) {
            faults.add(field, "lies before the first satellite images, " + EARLIEST);
        }
    }

    private void checkWithin(Faults faults, Sighting seen, SightingInput input, Scene scene) {
        Duration slack = config.outsideAcquisition();
        if (seen.from().isBefore(scene.acquisitionStart().minus(slack))
                || seen.to().isAfter(scene.acquisitionEnd().plus(slack))) {
            faults.add(
                    input.at() == null ? "from" : "at",
                    "lies outside the acquisition of scene %s, %s to %s"
                            .formatted(
                                    scene.name(),
                                    scene.acquisitionStart(),
                                    scene.acquisitionEnd()));
        }
        double outside =
                scene.footprint()
                        .metresOutside(new Place(seen.latitudeDegrees(), seen.longitudeDegrees()));
        if (outside > config.outsideFootprintSigmas() * seen.positionErrorMetres()) {
            faults.add(
                    "latitudeDegrees",
                    String.format(
                            Locale.ROOT,
                            "the place lies %.1f km outside the footprint of scene %s",
                            outside / 1000,
                            scene.name()));
        }
    }

    private Sighting sighting(
            Faults faults,
            SightingInput input,
            Times times,
            @Nullable Footprint outline,
            @Nullable Scene scene,
            @Nullable Observation observation) {
        Double heading = faults.optional("headingDegrees", input.headingDegrees(), 0, 360);
        Place place = place(faults, input, outline);
        return new Sighting(
                new UUID(0, 0),
                1,
                Sighting.State.RECORDED,
                times.from(),
                times.to(),
                place.latitudeDegrees(),
                place.longitudeDegrees(),
                positionError(faults, input, outline),
                faults.optional("lengthMetres", input.lengthMetres(), 1, 500),
                faults.optional("lengthErrorMetres", input.lengthErrorMetres(), 0, 500),
                heading != null && heading == 360 ? Double.valueOf(0) : heading,
                faults.optionalText("label", input.label(), 200),
                faults.neededText(
                        "sensor",
                        stated(input.sensor(), scene == null ? null : scene.sensor()),
                        100),
                faults.neededText(
                        "source",
                        stated(input.source(), scene == null ? null : scene.provider()),
                        500),
                faults.optionalText(
                        "licence",
                        stated(input.licence(), scene == null ? null : scene.licence()),
                        500),
                Boolean.TRUE.equals(input.synthetic()) || scene != null && scene.synthetic(),
                observation);
    }

    private static Place place(Faults faults, SightingInput input, @Nullable Footprint outline) {
        boolean isPointed = input.latitudeDegrees() != null || input.longitudeDegrees() != null;
        if (!isPointed && outline != null) {
            return outline.centre();
        }
        if (!isPointed && input.observation() != null && input.observation().outline() != null) {
            // An outline that is none was named already; the place is not missing beside it.
            return new Place(0, 0);
        }
        return new Place(
                faults.needed("latitudeDegrees", input.latitudeDegrees(), -90, 90),
                faults.needed("longitudeDegrees", input.longitudeDegrees(), -180, 180));
    }

    /// At least a third of the radius of the area a ship was seen in: three deviations, which an
    /// exclusion leaves room for, then reach its farthest corner.
    private double positionError(Faults faults, SightingInput input, @Nullable Footprint outline) {
        Double stated =
                faults.optional("positionErrorMetres", input.positionErrorMetres(), 0, 50_000);
        double error = stated == null ? config.positionErrorMetres() : stated;
        double radius = outline == null ? 0 : outline.radiusMetres();
        if (radius > 3 * 50_000) {
            faults.add("observation/outline", "reaches more than 150 km from its middle");
        }
        return radius > LARGEST_HULL_RADIUS_METRES ? Math.max(error, radius / 3) : error;
    }

    private static @Nullable String stated(@Nullable String own, @Nullable String ofScene) {
        return own == null || own.isBlank() ? ofScene : own;
    }

    private Seen identified(Seen seen) {
        Sighting it = seen.sighting();
        UUID id =
                OutboxEvent.idOf(
                        "sighting",
                        it.from(),
                        it.to(),
                        it.latitudeDegrees(),
                        it.longitudeDegrees(),
                        it.positionErrorMetres(),
                        text(it.lengthMetres()),
                        text(it.lengthErrorMetres()),
                        text(it.headingDegrees()),
                        text(it.label()),
                        it.sensor(),
                        it.source(),
                        text(seen.sceneId()),
                        it.synthetic());
        String observed = observed(it.seen());
        if (!observed.isEmpty()) {
            id = OutboxEvent.idOf(id, observed);
        }
        return new Seen(
                withObservation(it, observations.shifted(it.observation(), it.sensor()))
                        .as(id, it.version(), it.state()),
                seen.note(),
                seen.sceneId());
    }

    /// Field by field, so that a field added later changes no id; without the registered scene,
    /// which must not make the same row another sighting.
    private static String observed(Observation it) {
        var parts = new StringBuilder();
        part(parts, "outline", it.outline());
        part(parts, "beam", it.beamMetres());
        part(parts, "beamError", it.beamErrorMetres());
        part(parts, "headingError", it.headingErrorDegrees());
        part(parts, "ambiguous", it.isHeadingAmbiguous());
        part(parts, "layout", it.hullLayout().isEmpty() ? null : it.hullLayout());
        part(parts, "motion", it.motion());
        part(parts, "wake", it.hasWake());
        part(parts, "colour", it.colourNote());
        part(parts, "confidence", it.confidence());
        part(parts, "observer", it.observer());
        part(parts, "secondReader", it.secondReader());
        part(parts, "shift", it.azimuthShiftErrorMetres());
        return parts.toString();
    }

    private static void part(StringBuilder into, String name, @Nullable Object value) {
        if (value != null) {
            into.append(name).append('=').append(value).append('\u001f');
        }
    }

    private static Sighting withObservation(Sighting it, @Nullable Observation observation) {
        return new Sighting(
                it.id(),
                it.version(),
                it.state(),
                it.from(),
                it.to(),
                it.latitudeDegrees(),
                it.longitudeDegrees(),
                it.positionErrorMetres(),
                it.lengthMetres(),
                it.lengthErrorMetres(),
                it.headingDegrees(),
                it.label(),
                it.sensor(),
                it.source(),
                it.licence(),
                it.synthetic(),
                observation);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
