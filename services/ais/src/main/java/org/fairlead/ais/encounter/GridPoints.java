package org.fairlead.ais.encounter;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.fairlead.ais.sample.Sample;
import org.jspecify.annotations.Nullable;

/// Puts a track on the grid of times at which ships are compared, and says which cells of the sea
/// must know of a point.
///
/// The cells are a plain grid and no hexagons, because what is asked of them is only which of them
/// a circle of some hundred metres touches; columns wrap at 180°.
public final class GridPoints {

    private static final double DEGREES_PER_CELL = 0.1;
    private static final int COLUMNS = 3600;
    private static final double METRES_PER_DEGREE = 110_500;

    /// A cell's state belongs to one time; the place is used again after two months of ten minutes.
    private static final int TIMES = 8784;

    private final EncounterConfig config;
    private final Predicate<Sample> isNearPort;

    public GridPoints(EncounterConfig config, Predicate<Sample> isNearPort) {
        this.config = config;
        this.isNearPort = isNearPort;
    }

    /// Points after the first and up to the second of two samples that follow on each other.
    public List<Point> between(
            int mmsi, @Nullable Sample from, @Nullable Sample to, boolean isFishing) {
        if (from == null || to == null) {
            return List.of();
        }
        long lasts = to.atMillis() - from.atMillis();
        if (lasts <= 0 || lasts > config.bridged().toMillis()) {
            return List.of();
        }
        double knots = to.impliedKnotsFrom(from);
        if (knots >= config.pointBelowKnots() || isNearPort.test(to)) {
            return List.of();
        }
        long every = config.every().toMillis();
        var points = new ArrayList<Point>();
        double east = Math.IEEEremainder(to.longitudeDegrees() - from.longitudeDegrees(), 360);
        for (long slot = Math.floorDiv(from.atMillis(), every) + 1;
                slot * every <= to.atMillis();
                slot++) {
            double part = (double) (slot * every - from.atMillis()) / lasts;
            points.add(
                    new Point(
                            mmsi,
                            slot,
                            from.latitudeDegrees()
                                    + part * (to.latitudeDegrees() - from.latitudeDegrees()),
                            Math.IEEEremainder(from.longitudeDegrees() + part * east, 360),
                            knots,
                            isFishing,
                            from.synthetic() || to.synthetic(),
                            to.source()));
        }
        return points;
    }

    /// The cell of a point, and those it is within reach of.
    public List<Long> cellsOf(Point point) {
        double north = config.wideMetres() / METRES_PER_DEGREE;
        double scale =
                Math.max(0.01, Math.cos(Math.toRadians(Math.abs(point.latitudeDegrees()) + north)));
        double east = Math.min(179, north / scale);
        var cells = new TreeSet<Long>();
        int first = row(point.latitudeDegrees() - north);
        int last = row(point.latitudeDegrees() + north);
        int west = (int) Math.floor((point.longitudeDegrees() - east) / DEGREES_PER_CELL);
        int end = (int) Math.floor((point.longitudeDegrees() + east) / DEGREES_PER_CELL);
        for (int row = first; row <= last; row++) {
            for (int column = west; column <= Math.min(end, west + COLUMNS - 1); column++) {
                long place = (long) row * COLUMNS + Math.floorMod(column, COLUMNS);
                cells.add(place * TIMES + Math.floorMod(point.slot(), (long) TIMES));
            }
        }
        return List.copyOf(cells);
    }

    private static int row(double latitude) {
        return (int) Math.floor((Math.max(-90, Math.min(90, latitude)) + 90) / DEGREES_PER_CELL);
    }
}
