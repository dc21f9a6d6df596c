package org.fairlead.association.transmitting;

import java.time.Duration;
import java.util.List;
import org.fairlead.association.assignment.Assignment;
import org.fairlead.association.hull.HullLikelihood;
import org.fairlead.association.hull.HullSeen;
import org.fairlead.seas.distance.Arc;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// Finds the ships that transmitted among the ships seen in one scene: all at once, because each
/// ship is in one place only.
public final class Matching {

    private static final double MILLIS_PER_HOUR = 3_600_000;

    /// Faster than any ship: a report from farther away has nothing to do with the sighting.
    private static final double IMPOSSIBLE_KNOTS = 60;

    /// Of a length factor below that the ship seen is another one, whatever the place says.
    private static final double OTHER_LENGTH_BELOW = 0.05;

    private final MatchSettings settings;
    private final HullLikelihood hulls;

    public Matching(MatchSettings settings, HullLikelihood hulls) {
        this.settings = settings;
        this.hulls = hulls;
    }

    /// A ship seen.
    ///
    /// @param errorMetres standard deviation of the place
    public record Seen(long atMillis, Place place, double errorMetres, HullSeen hull) {}

    /// How well each ship fits each sighting, and what she is to it.
    ///
    /// @param fits by sighting and ship
    /// @param labels likewise
    public record Matched(Fit[][] fits, Label[][] labels) {}

    public Matched match(List<Seen> seen, List<Transmitting> ships) {
        var fits = new Fit[seen.size()][ships.size()];
        var cost = new double[seen.size()][ships.size()];
        for (int row = 0; row < fits.length; row++) {
            for (int column = 0; column < ships.size(); column++) {
                Fit fit = fit(seen.get(row), ships.get(column));
                fits[row][column] = fit;
                cost[row][column] =
                        fit.score() < settings.potentialFrom()
                                ? Double.POSITIVE_INFINITY
                                : -Math.log(fit.score());
            }
        }
        int[] assigned = Assignment.of(cost, aloneCost());
        var labels = new Label[seen.size()][ships.size()];
        for (int row = 0; row < fits.length; row++) {
            for (int column = 0; column < ships.size(); column++) {
                labels[row][column] = label(fits[row][column], assigned[row] == column);
            }
        }
        return new Matched(fits, labels);
    }

    /// Dearer than the poorest pair that may be formed, so that nobody stays alone who need not.
    private double aloneCost() {
        return 1 - Math.log(settings.potentialFrom());
    }

    private Label label(Fit fit, boolean isAssigned) {
        if (fit.score() < settings.potentialFrom()) {
            return Label.NONE;
        }
        return isAssigned && fit.isInsideGate() && fit.lengthFactor() >= OTHER_LENGTH_BELOW
                ? Label.MATCH
                : Label.POTENTIAL;
    }

    Fit fit(Seen seen, Transmitting ship) {
        Report before = ship.before();
        Report after = ship.after();
        double length = lengthFactor(seen, ship);
        if (before != null && after != null && isBracket(before, after, seen.atMillis())) {
            return bracketed(seen, before, after, length);
        }
        return beside(seen, nearest(before, after, seen.atMillis()), length);
    }

    private double lengthFactor(Seen seen, Transmitting ship) {
        var only = HullSeen.ofLength(seen.hull().lengthMetres(), seen.hull().lengthErrorMetres());
        return hulls.of(only, ship.hull()).length();
    }

    private boolean isBracket(Report before, Report after, long at) {
        return before.atMillis() <= at
                && at <= after.atMillis()
                && after.atMillis() - before.atMillis() <= settings.bracketWithin().toMillis();
    }

    private Fit bracketed(Seen seen, Report before, Report after, double length) {
        long span = after.atMillis() - before.atMillis();
        double share = span == 0 ? 0 : (double) (seen.atMillis() - before.atMillis()) / span;
        var arc = new Arc(before.place(), after.place());
        Place expected = arc.at(arc.nauticalMiles() * share);
        double metres = metres(expected, seen.place());
        double gate = settings.gateMetres() + errors(seen);
        double z = metres / gate;
        return new Fit(
                expected,
                metres,
                gate,
                Math.min(seen.atMillis() - before.atMillis(), after.atMillis() - seen.atMillis())
                        / 1_000.0,
                true,
                0,
                length,
                bounded(Math.exp(-2 * z * z)) * lengthScore(length));
    }

    private double errors(Seen seen) {
        return settings.errorSigmas() * (seen.errorMetres() + settings.reportErrorMetres());
    }

    /// One report only, or two far apart: by how fast she would have had to be, how long ago that
    /// was, and her length.
    private Fit beside(Seen seen, @Nullable Report report, double length) {
        if (report == null) {
            return new Fit(seen.place(), 0, 0, Double.POSITIVE_INFINITY, false, 0, length, 0);
        }
        double metres = metres(report.place(), seen.place());
        double hours = Math.abs(seen.atMillis() - report.atMillis()) / MILLIS_PER_HOUR;
        double gate = settings.gateMetres() + errors(seen);
        double beyond = Math.max(0, metres - gate) / GreatCircle.METRES_PER_NAUTICAL_MILE;
        double needed = beyond == 0 ? 0 : beyond / Math.max(hours, 1e-3);
        Double stated = report.knots();
        double tooFast = Math.max(0, needed - (stated == null ? 0 : stated));
        double z = tooFast / settings.speedSpreadKnots();
        double time = Math.exp(-hours * MILLIS_PER_HOUR / millis(settings.timeScale()));
        double score =
                needed > IMPOSSIBLE_KNOTS
                        ? 0
                        : bounded(Math.exp(-z * z / 2) * time) * lengthScore(length);
        return new Fit(report.place(), metres, gate, hours * 3_600, false, needed, length, score);
    }

    private static double millis(Duration duration) {
        return duration.toMillis();
    }

    /// A ratio of 1 or more does not speak against her.
    private static double lengthScore(double factor) {
        return Math.min(1, factor);
    }

    private static double bounded(double score) {
        return Math.clamp(score, 0.0, 1.0);
    }

    private static @Nullable Report nearest(
            @Nullable Report before, @Nullable Report after, long at) {
        if (before == null || after == null) {
            return before == null ? after : before;
        }
        return Math.abs(at - before.atMillis()) <= Math.abs(after.atMillis() - at) ? before : after;
    }

    private static double metres(Place one, Place other) {
        return GreatCircle.nauticalMiles(one, other) * GreatCircle.METRES_PER_NAUTICAL_MILE;
    }
}
