package org.fairlead.imagery.sighting;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.fairlead.contracts.imagery.Sighting;
import org.fairlead.messaging.outbox.OutboxEvent;
import org.jspecify.annotations.Nullable;

/// Reads a [SightingInput]: what it must say, and within which bounds.
///
/// The id of a sighting comes from its content, so the same row is the same sighting however often
/// and in whichever file it is sent.
public final class SightingRules {

    /// The first satellite images of ships at sea (Landsat 1, July 1972).
    private static final Instant EARLIEST = Instant.parse("1972-07-23T00:00:00Z");

    private final SightingConfig config;

    public SightingRules(SightingConfig config) {
        this.config = config;
    }

    public SightingReading read(SightingInput input, Instant now) {
        var faults = new Faults();
        Instant at = faults.time("at", input.at());
        Instant from = faults.time("from", input.from());
        Instant to = faults.time("to", input.to());
        if (faults.found().isEmpty()) {
            checkTimes(faults, at, from, to, now);
        }
        var seen =
                new Seen(
                        sighting(faults, input, at == null ? from : at, at == null ? to : at),
                        faults.optionalText("note", input.note(), 4_000),
                        faults.optionalText("sceneId", input.sceneId(), 200));
        return faults.found().isEmpty()
                ? new SightingReading.Valid(identified(seen))
                : new SightingReading.Faulty(faults.found());
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

    private Sighting sighting(
            Faults faults, SightingInput input, @Nullable Instant from, @Nullable Instant to) {
        Double error =
                faults.optional("positionErrorMetres", input.positionErrorMetres(), 0, 50_000);
        Double heading = faults.optional("headingDegrees", input.headingDegrees(), 0, 360);
        return new Sighting(
                new UUID(0, 0),
                1,
                Sighting.State.RECORDED,
                from == null ? EARLIEST : from,
                to == null ? EARLIEST : to,
                faults.needed("latitudeDegrees", input.latitudeDegrees(), -90, 90),
                faults.needed("longitudeDegrees", input.longitudeDegrees(), -180, 180),
                error == null ? config.positionErrorMetres() : error,
                faults.optional("lengthMetres", input.lengthMetres(), 1, 500),
                faults.optional("lengthErrorMetres", input.lengthErrorMetres(), 0, 500),
                heading != null && heading == 360 ? Double.valueOf(0) : heading,
                faults.optionalText("label", input.label(), 200),
                faults.neededText("sensor", input.sensor(), 100),
                faults.neededText("source", input.source(), 500),
                faults.optionalText("licence", input.licence(), 500),
                Boolean.TRUE.equals(input.synthetic()));
    }

    private static Seen identified(Seen seen) {
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
        return new Seen(
                new Sighting(
                        id,
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
                        it.synthetic()),
                seen.note(),
                seen.sceneId());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
