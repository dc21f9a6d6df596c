package org.fairlead.imagery.verdict;

import java.util.Locale;
import java.util.SortedSet;
import org.fairlead.contracts.ais.Silence;
import org.jspecify.annotations.Nullable;

/// Verdicts in plain sentences that say no more than the data do.
final class Wording {

    private Wording() {}

    static String consistent(Passage way) {
        return way(way) + " She can have been there; these data do not say that she was.";
    }

    static String excluded(Passage way) {
        return way(way)
                + (way.paths().isBySea()
                        ? " No way by sea is shorter than that, so at up to "
                        : " The great circle is shorter than any way by sea, so at up to ")
                + knots(way)
                + " she cannot have been there, if these reports are her own.";
    }

    static String withinErrors(Passage way) {
        return way(way)
                + " What is lacking lies within the errors of position and time, so nothing is decided.";
    }

    static String partlyOutside(Passage way) {
        return way(way)
                + " Part of the sighting's interval lies outside the silence, where her own reports tell more; nothing is decided.";
    }

    static String open(Passage way, Silence.State state) {
        return arrival(way)
                + (state == Silence.State.VOID
                        ? " The source that heard her fell silent itself, so nothing bounds where she went on to."
                        : " She has not been heard since, so nothing bounds where she went on to.");
    }

    static String severalShips(Passage way, SortedSet<String> imos) {
        return way(way)
                + " Several IMO numbers have been sent under this MMSI ("
                + String.join(", ", imos)
                + "), so the reports before and after may be of different ships; nothing is decided.";
    }

    static String otherLength(double seenMetres, SortedSet<Integer> statedMetres, Passage way) {
        return "The ship seen is about %s m long; she has stated %s m, which differs by more than the measurement allows. "
                        .formatted(whole(seenMetres), stated(statedMetres))
                + way(way);
    }

    static String notInSilence() {
        return "The sighting does not lie in this silence: her own reports tell where she was then.";
    }

    private static String way(Passage way) {
        String departure = departure(way);
        return departure == null ? arrival(way) : arrival(way) + " " + departure;
    }

    private static String arrival(Passage way) {
        return "She was last heard at least %s nm away%s, %s h before; at %s she needs %s h: %s."
                .formatted(
                        whole(way.milesFromStart()),
                        bySea(way.paths().fromStart()),
                        tenths(way.hoursBefore()),
                        knots(way),
                        tenths(way.hoursNeededToArrive()),
                        spare(way.arrivalHours()));
    }

    private static @Nullable String departure(Passage way) {
        Double miles = way.milesToEnd();
        Double hours = way.hoursAfter();
        Double spare = way.departureHours();
        if (miles == null || hours == null || spare == null) {
            return null;
        }
        return "She was next heard at least %s nm away%s, %s h after, which takes her %s h: %s."
                .formatted(
                        whole(miles),
                        bySea(way.paths().toEnd()),
                        tenths(hours),
                        tenths(way.hoursNeededToLeave()),
                        spare(spare));
    }

    private static String bySea(@Nullable Double path) {
        return path == null ? "" : " by sea (a plausible way is %s nm)".formatted(whole(path));
    }

    private static String spare(double hours) {
        return hours >= 0 ? tenths(hours) + " h to spare" : tenths(-hours) + " h too few";
    }

    private static String knots(Passage way) {
        double knots = way.knots();
        return (knots == Math.rint(knots) ? whole(knots) : tenths(knots)) + " kn";
    }

    private static String stated(SortedSet<Integer> metres) {
        return String.join(
                " and ", metres.stream().map(length -> Integer.toString(length)).toList());
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
