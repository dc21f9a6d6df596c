package org.fairlead.ais.encounter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    private static final int ROWS = 1800;
    private static final int POLAR_ROWS = 10;

    /// Of latitude; a little less than there are, so that no circle is thought too small.
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

    /// The cells that must know of a point: its own, and those in which a ship may lie whose
    /// neighbours' neighbours it is among. So each cell knows of all ships near her own ones, and
    /// how many are near each of these.
    public long[] cellsOf(Point point) {
        double latitude = point.latitudeDegrees();
        double reach = 2 * config.wideMetres() / METRES_PER_DEGREE;
        int south = row(latitude - reach);
        int north = row(latitude + reach);
        double east = eastwards(latitude, reach);
        int west = (int) Math.floor((point.longitudeDegrees() - east) / DEGREES_PER_CELL);
        int end = (int) Math.floor((point.longitudeDegrees() + east) / DEGREES_PER_CELL);
        int columns = Math.min(end - west + 1, COLUMNS);
        long time = Math.floorMod(point.slot(), (long) TIMES);
        long[] cells = new long[(north - south + 1) * columns];
        int n = 0;
        for (int row = south; row <= north; row++) {
            int columnsOfRow = isPolar(row) ? 1 : columns;
            for (int i = 0; i < columnsOfRow; i++) {
                cells[n++] = (long) place(row, west + i) * TIMES + time;
            }
        }
        return n == cells.length ? cells : Arrays.copyOf(cells, n);
    }

    /// How many degrees of longitude a circle around a point of that latitude reaches to either
    /// side: all of them where the pole is inside.
    private static double eastwards(double latitude, double reachDegrees) {
        if (Math.abs(latitude) + reachDegrees >= 90) {
            return 180;
        }
        double sine = Math.sin(Math.toRadians(reachDegrees)) / Math.cos(Math.toRadians(latitude));
        return Math.toDegrees(Math.asin(Math.min(1, sine)));
    }

    /// The part of the sea a point lies in.
    static int placeOf(Point point) {
        return place(
                row(point.latitudeDegrees()),
                (int) Math.floor(point.longitudeDegrees() / DEGREES_PER_CELL));
    }

    /// The part of the sea a cell is of.
    static int placeOf(long cell) {
        return (int) (cell / TIMES);
    }

    private static int place(int row, int column) {
        return row * COLUMNS + (isPolar(row) ? 0 : Math.floorMod(column, COLUMNS));
    }

    /// Within a degree of a pole meridians are so near to each other that a row is one cell.
    private static boolean isPolar(int row) {
        return row < POLAR_ROWS || row >= ROWS - POLAR_ROWS;
    }

    private static int row(double latitude) {
        double north = Math.clamp(latitude, -90.0, 90.0) + 90;
        return Math.min((int) Math.floor(north / DEGREES_PER_CELL), ROWS - 1);
    }
}
