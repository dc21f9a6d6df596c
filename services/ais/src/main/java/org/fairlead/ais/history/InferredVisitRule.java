package org.fairlead.ais.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.fairlead.ais.finding.Finding;
import org.fairlead.ais.portcall.Harbour;
import org.fairlead.ais.portcall.Harbours;
import org.fairlead.ais.portcall.PortCallConfig;
import org.fairlead.ais.sea.Sea;
import org.fairlead.ais.sea.SeaMiles;
import org.fairlead.contracts.ais.Activity;
import org.fairlead.contracts.ais.ActivityDetails.DraughtChange;
import org.fairlead.contracts.ais.ActivityDetails.PortVisit;
import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.ais.VisitBasis;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// Calls that lie in a silence: the port could be reached and left again within it, and something
/// else speaks for it. Never more than that is said.
final class InferredVisitRule {

    private static final double ONE_PORT_NAUTICAL_MILES = 15;
    private static final double COURSE_REACHES_TIMES = 10;

    private final PortCallConfig config;
    private final Harbours harbours;
    private final Sea sea;

    InferredVisitRule(PortCallConfig config, Harbours harbours, Sea sea) {
        this.config = config;
        this.harbours = harbours;
        this.sea = sea;
    }

    /// One call, with what is needed to count runs.
    ///
    /// @param isPlaced whether more speaks for it than a course
    record Inferred(Finding finding, Harbour port, Silence silence, boolean isPlaced) {

        PortVisit visit() {
            return (PortVisit) finding.details();
        }
    }

    List<Inferred> of(History history, List<Finding> draughts) {
        var found = new ArrayList<Inferred>();
        for (Silence silence : history.standing()) {
            var end = silence.end();
            if (end != null
                    && Duration.between(silence.start().at(), end.at())
                                    .compareTo(config.inferredFromSilence())
                            >= 0) {
                found.addAll(in(silence, end, history, draughts));
            }
        }
        return found;
    }

    private List<Inferred> in(
            Silence silence, ReportedPosition end, History history, List<Finding> draughts) {
        var found = new ArrayList<Inferred>();
        for (Harbour port : candidates(history)) {
            double hours = hours(silence.start().at(), end.at());
            double call = config.inferredCall().toMinutes() / 60.0;
            double most = (hours - call) * config.inferredSpeedKnots();
            // Most ports are too far as the crow flies: that costs no search.
            if (SeaMiles.GREAT_CIRCLE.atLeast(place(silence.start()), port.area())
                            + SeaMiles.GREAT_CIRCLE.atLeast(place(end), port.area())
                    > most) {
                continue;
            }
            double to = sea.miles().atLeast(place(silence.start()), port.area());
            double from = sea.miles().atLeast(place(end), port.area());
            if (to + from > most) {
                continue;
            }
            var speaks = new ArrayList<String>();
            boolean isNear = near(silence, end, port, speaks);
            boolean wasThere = calledBefore(silence, port, history, speaks);
            course(silence, end, port, speaks);
            // A draught says that she called somewhere: it speaks for a port that more speaks for.
            boolean isPlaced = isNear || wasThere;
            if (!speaks.isEmpty()) {
                draught(silence, draughts, speaks);
                found.add(
                        new Inferred(
                                finding(silence, end, port, to, from, speaks),
                                port,
                                silence,
                                isPlaced));
            }
        }
        return onePerPlace(found);
    }

    private List<Harbour> candidates(History history) {
        var all = new ArrayList<>(harbours.silent());
        for (Activity visit : history.visits()) {
            var start = visit.start();
            if (start == null) {
                continue;
            }
            harbours.near(place(start), config.exitKilometres()).stream()
                    .filter(port ->
                            visit.details() instanceof PortVisit called
                                    && port.ref().id().equals(called.port().id()))
                    .filter(port -> all.stream().noneMatch(one -> one.ref().equals(port.ref())))
                    .forEach(all::add);
        }
        return all;
    }

    private boolean near(Silence silence, ReportedPosition end, Harbour port, List<String> speaks) {
        double last = sea.miles().atLeast(place(silence.start()), port.area());
        double first = sea.miles().atLeast(place(end), port.area());
        if (last <= config.corroborationNauticalMiles()) {
            speaks.add(
                    String.format(
                            Locale.ROOT, "Her last report was %.0f nautical miles off it.", last));
        }
        if (first <= config.corroborationNauticalMiles()) {
            speaks.add(
                    String.format(
                            Locale.ROOT,
                            "Her first report afterwards was %.0f nautical miles off it.",
                            first));
        }
        return last <= config.corroborationNauticalMiles()
                || first <= config.corroborationNauticalMiles();
    }

    private boolean calledBefore(
            Silence silence, Harbour port, History history, List<String> speaks) {
        var since = silence.start().at().minus(config.corroborationCalledWithin());
        long calls =
                history.visits().stream()
                        .filter(visit ->
                                visit.details() instanceof PortVisit called
                                        && called.port().id().equals(port.ref().id())
                                        && isCall(visit)
                                        && visit.from().isAfter(since)
                                        && visit.from().isBefore(silence.start().at()))
                        .count();
        if (calls > 0) {
            speaks.add(
                    calls == 1
                            ? "She was observed there once in the months before."
                            : "She was observed there %d times in the months before."
                                    .formatted(calls));
        }
        return calls > 0;
    }

    static boolean isCall(Activity visit) {
        return visit.state() != Activity.State.RETRACTED
                && visit.details() instanceof PortVisit called
                && Objects.requireNonNullElse(called.confidence(), 0) >= 2;
    }

    private void course(Silence silence, ReportedPosition end, Harbour port, List<String> speaks) {
        double reach = config.corroborationNauticalMiles() * COURSE_REACHES_TIMES;
        var start = silence.start();
        if (isUnderWay(start)
                && sea.miles().atLeast(place(start), port.area()) <= reach
                && differs(start.courseDegrees(), bearing(place(start), port.area().centre()))
                        <= config.corroborationCourseDegrees()) {
            speaks.add("She was last heard on a course for it.");
        }
        if (isUnderWay(end)
                && sea.miles().atLeast(place(end), port.area()) <= reach
                && differs(end.courseDegrees(), bearing(port.area().centre(), place(end)))
                        <= config.corroborationCourseDegrees()) {
            speaks.add("She was first heard again on a course away from it.");
        }
    }

    private static boolean isUnderWay(ReportedPosition position) {
        return position.courseDegrees() != null
                && position.speedKnots() != null
                && position.speedKnots() >= 3;
    }

    private static double differs(@Nullable Double course, double bearing) {
        return course == null ? 180 : Math.abs(Math.IEEEremainder(course - bearing, 360));
    }

    private static double bearing(Place from, Place to) {
        double north1 = Math.toRadians(from.latitudeDegrees());
        double north2 = Math.toRadians(to.latitudeDegrees());
        double east = Math.toRadians(to.longitudeDegrees() - from.longitudeDegrees());
        double y = Math.sin(east) * Math.cos(north2);
        double x =
                Math.cos(north1) * Math.sin(north2)
                        - Math.sin(north1) * Math.cos(north2) * Math.cos(east);
        return (Math.toDegrees(Math.atan2(y, x)) + 360) % 360;
    }

    private static void draught(Silence silence, List<Finding> draughts, List<String> speaks) {
        for (Finding one : draughts) {
            if (one.details() instanceof DraughtChange change
                    && change.silenceId().equals(silence.id())) {
                speaks.add(
                        String.format(
                                Locale.ROOT,
                                "Her draught was %.1f m before the silence and %.1f m after it.",
                                change.beforeMetres(),
                                change.afterMetres()));
            }
        }
    }

    /// Ports next to each other cannot be told apart: the one for which most speaks, then the
    /// larger, stands for them.
    private static List<Inferred> onePerPlace(List<Inferred> found) {
        var sorted =
                found.stream()
                        .sorted(
                                Comparator.comparingInt((Inferred one) ->
                                                -one.visit().corroboration().size())
                                        .thenComparingDouble(
                                                one -> -one.port().area().radiusNauticalMiles())
                                        .thenComparing(one -> one.port().ref().id()))
                        .toList();
        var kept = new ArrayList<Inferred>();
        for (Inferred one : sorted) {
            boolean isApart =
                    kept.stream()
                            .noneMatch(other ->
                                    other.port().kilometresTo(one.port().area().centre()) / 1.852
                                            < ONE_PORT_NAUTICAL_MILES);
            if (isApart) {
                kept.add(one);
            }
        }
        kept.sort(Comparator.comparing(one -> one.finding().from()));
        return kept;
    }

    private Finding finding(
            Silence silence,
            ReportedPosition end,
            Harbour port,
            double milesTo,
            double milesFrom,
            List<String> speaks) {
        var centre = port.area().centre();
        var earliest = silence.start().at().plusSeconds(seconds(milesTo));
        var latest = end.at().minusSeconds(seconds(milesFrom));
        var visit =
                new PortVisit(
                        port.ref(),
                        VisitBasis.INFERRED,
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        false,
                        speaks,
                        silence.id());
        return new Finding(
                Finding.idOf("port-visit", "inferred", silence.id(), port.ref().id()),
                Integer.parseInt(silence.vessel().mmsi()),
                List.of(),
                new ReportedPosition(
                        earliest, centre.latitudeDegrees(), centre.longitudeDegrees(), null, null),
                new ReportedPosition(
                        latest, centre.latitudeDegrees(), centre.longitudeDegrees(), null, null),
                false,
                visit,
                speaks + "/" + earliest + latest,
                "%s could be reached and left again within the silence, at the earliest and at the latest at these times, and something else speaks for a call."
                        .formatted(port.ref().name()),
                silence.synthetic(),
                silence.sources(),
                Map.of(
                        "ais.port-call.inferred-speed-knots",
                                Double.toString(config.inferredSpeedKnots()),
                        "ais.port-call.inferred-call", config.inferredCall().toString(),
                        "ais.port-call.inferred-from-silence",
                                config.inferredFromSilence().toString(),
                        "ais.port-call.corroboration-nautical-miles",
                                Double.toString(config.corroborationNauticalMiles()),
                        "ais.port-call.corroboration-course-degrees",
                                Double.toString(config.corroborationCourseDegrees())),
                IdentityRule.ends(silence));
    }

    private long seconds(double nauticalMiles) {
        return Math.round(nauticalMiles / config.inferredSpeedKnots() * 3600);
    }

    private static double hours(Instant from, Instant to) {
        return Duration.between(from, to).toMinutes() / 60.0;
    }

    private static Place place(ReportedPosition position) {
        return new Place(position.latitudeDegrees(), position.longitudeDegrees());
    }
}
