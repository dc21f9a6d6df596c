package org.fairlead.imagery.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.imagery.Sighting;
import org.fairlead.contracts.imagery.Verdict;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// The way from the last report before a silence to the place of a sighting, and on to the first
/// report after it, at the instant of the sighting that leaves most time on the tighter side.
///
/// @param at that instant
/// @param hoursBefore from the last report to it
/// @param hoursAfter from it to the first report after; absent for a silence without end
record Passage(
        Instant at,
        double milesFromStart,
        @Nullable Double milesToEnd,
        double hoursBefore,
        @Nullable Double hoursAfter,
        double knots,
        Paths paths) {

    /// Plausible ways, for showing; absent where only the straight line was measured.
    record Paths(
            @Nullable Double fromStart,
            @Nullable Double toEnd,
            String method,
            @Nullable List<Place> wayFromStart,
            @Nullable List<Place> wayToEnd) {

        boolean isBySea() {
            return !method.equals(Verdict.GREAT_CIRCLE_LOWER_BOUND);
        }
    }

    /// The sighting must touch the silence.
    static Passage best(Sighting sighting, Silence silence, double knots, Ruler ruler) {
        Place seen = new Place(sighting.latitudeDegrees(), sighting.longitudeDegrees());
        ReportedPosition start = silence.start();
        ReportedPosition end = silence.end();
        var in = ruler.between(place(start), seen);
        double fromStart = in.least();
        Instant earliest = later(sighting.from(), start.at());
        if (end == null) {
            Instant at = sighting.to();
            return new Passage(
                    at,
                    fromStart,
                    null,
                    hours(start.at(), at),
                    null,
                    knots,
                    new Paths(in.path(), null, ruler.method(), in.way(), null));
        }
        var out = ruler.between(seen, place(end));
        double toEnd = out.least();
        Instant latest = sighting.to().isBefore(end.at()) ? sighting.to() : end.at();
        Instant at = balanced(start.at(), fromStart, end.at(), toEnd, knots, earliest, latest);
        return new Passage(
                at,
                fromStart,
                toEnd,
                hours(start.at(), at),
                hours(at, end.at()),
                knots,
                new Paths(in.path(), out.path(), ruler.method(), in.way(), out.way()));
    }

    /// Time to spare on arrival grows with the instant and on departure shrinks, so the smaller of
    /// both is greatest where they are equal, or at the nearest instant the sighting allows.
    private static Instant balanced(
            Instant start,
            double fromStart,
            Instant end,
            double toEnd,
            double knots,
            Instant earliest,
            Instant latest) {
        double hoursIn = (hours(start, end) + (fromStart - toEnd) / knots) / 2;
        Instant equal = start.plusMillis(Math.round(hoursIn * 3_600_000));
        if (equal.isBefore(earliest)) {
            return earliest;
        }
        return equal.isAfter(latest) ? latest : equal;
    }

    double arrivalHours() {
        return hoursBefore - milesFromStart / knots;
    }

    @Nullable Double departureHours() {
        return milesToEnd == null || hoursAfter == null ? null : hoursAfter - milesToEnd / knots;
    }

    double hoursNeededToArrive() {
        return milesFromStart / knots;
    }

    double hoursNeededToLeave() {
        return milesToEnd == null ? 0 : milesToEnd / knots;
    }

    /// The tighter margin.
    double spareHours() {
        Double departure = departureHours();
        return departure == null ? arrivalHours() : Math.min(arrivalHours(), departure);
    }

    Verdict.Margins margins() {
        return new Verdict.Margins(
                rounded(milesFromStart),
                milesToEnd == null ? null : Double.valueOf(rounded(milesToEnd)),
                rounded(knots),
                rounded(arrivalHours()),
                departureHours() == null ? null : Double.valueOf(rounded(departureHours())),
                optionallyRounded(paths.fromStart()),
                optionallyRounded(paths.toEnd()));
    }

    private static @Nullable Double optionallyRounded(@Nullable Double value) {
        return value == null ? null : Double.valueOf(rounded(value));
    }

    /// Two digits after the point: more would pretend a precision the data do not have.
    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static Place place(ReportedPosition position) {
        return new Place(position.latitudeDegrees(), position.longitudeDegrees());
    }

    private static double hours(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 3_600_000.0;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
