package org.fairlead.seas.water;

import org.fairlead.seas.distance.Arc;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// Distances over navigable water from one place to every other within a limit: a look-up each.
public final class SeaField {

    private static final int SQUARES_PER_DEGREE = 2;
    private static final int SQUARE_ROWS = 180 * SQUARES_PER_DEGREE;
    private static final int SQUARE_COLUMNS = 360 * SQUARES_PER_DEGREE;

    private static final float UNREACHED = Float.POSITIVE_INFINITY;

    /// A place offshore lies within this of the centre of a cell.
    static final double TIED_NAUTICAL_MILES = 25;

    /// No way by sea is as long: a search without limit.
    private static final double WHOLE_SEA_NAUTICAL_MILES = 40_000;

    private final Web web;
    private final Sight sight;
    private final Place from;
    private final float[] miles;
    private final double limit;
    private float @Nullable [] leastInSquare;
    private float @Nullable [] leastInDegree;

    private SeaField(Web web, Sight sight, Place from, float[] miles, double limit) {
        this.web = web;
        this.sight = sight;
        this.from = from;
        this.miles = miles;
        this.limit = limit;
    }

    /// @param units distances of all nodes
    /// @param limit how far the search went
    static SeaField of(Web web, int[] units, Sight sight, Place from, double limit) {
        float[] miles = new float[web.size];
        for (int node = 0; node < miles.length; node++) {
            miles[node] =
                    units[node] == Integer.MAX_VALUE
                            ? UNREACHED
                            : (float) units[node] / Web.UNITS_PER_NAUTICAL_MILE;
        }
        return new SeaField(web, sight, from, miles, limit);
    }

    /// From where.
    public Place from() {
        return from;
    }

    /// Along the cells of the graph: up to 7 % too long. Infinite beyond the limit, and where there
    /// is no way.
    public double rawNauticalMiles(Place to) {
        return sight.isClear(from, to) ? GreatCircle.nauticalMiles(from, to) : alongCells(to);
    }

    /// Nodes whose chord to the place is too long already need no great circle.
    private double alongCells(Place to) {
        double cosine = Math.cos(Math.toRadians(to.latitudeDegrees()));
        float x = (float) (cosine * Math.cos(Math.toRadians(to.longitudeDegrees())));
        float y = (float) (cosine * Math.sin(Math.toRadians(to.longitudeDegrees())));
        float z = (float) Math.sin(Math.toRadians(to.latitudeDegrees()));
        double[] best = {Double.POSITIVE_INFINITY};
        web.near(
                to,
                TIED_NAUTICAL_MILES,
                node -> {
                    double there = miles[node];
                    if (there < best[0] && there + chord(node, x, y, z) < best[0]) {
                        double whole = there + GreatCircle.nauticalMiles(web.place(node), to);
                        best[0] = Math.min(best[0], whole);
                    }
                });
        return best[0];
    }

    /// Never longer than the great circle: single precision is good for half a thousandth of a
    /// mile.
    private double chord(int node, float x, float y, float z) {
        float dx = web.x(node) - x;
        float dy = web.y(node) - y;
        float dz = web.z(node) - z;
        return Math.sqrt(dx * dx + dy * dy + dz * dz) * Arc.NAUTICAL_MILES_PER_RADIAN - 0.001;
    }

    /// No way is shorter: see {@link SeaRoute#lowerBoundNauticalMiles()}. Infinite only where the
    /// search was without limit and there is no way.
    public double lowerBoundNauticalMiles(Place to) {
        double raw = rawNauticalMiles(to);
        double straight = GreatCircle.nauticalMiles(from, to);
        return Math.max(
                straight, SeaDistance.SHORTEST_OF_RAW * raw - 2 * SeaDistance.END_NAUTICAL_MILES);
    }

    /// The lower bound with the shape of the earth taken off: see {@link
    /// SeaRoute#excludingNauticalMiles()}. The straight line where there is no way; beyond the
    /// limit of the search what the limit comes to.
    public double excludingNauticalMiles(Place to) {
        double straight = GreatCircle.lowerBoundNauticalMiles(from, to);
        double raw = alongCells(to);
        double bound =
                Double.isInfinite(raw)
                        ? beyond(straight, () -> SeaEnd.of(web, to).node() >= 0)
                        : excluding(straight, raw);
        // Looked at last: it takes longer than all the rest, and seldom matters.
        return bound > straight && sight.isClear(from, to) ? straight : bound;
    }

    /// All water of the graph hangs together, so a place on it that was not reached is farther away
    /// than the search went.
    private double beyond(double straight, java.util.function.BooleanSupplier isAtSea) {
        return limit >= WHOLE_SEA_NAUTICAL_MILES || !isAtSea.getAsBoolean()
                ? straight
                : excluding(straight, limit);
    }

    /// A plausible way: along the cells, less what that usually adds. Infinite where there is none.
    public double usualNauticalMiles(Place to) {
        return Math.max(
                GreatCircle.nauticalMiles(from, to),
                rawNauticalMiles(to) / Corridor.USUAL_OVER_MEASURE);
    }

    /// An upper bound of [#excludingNauticalMiles] by one look-up: by way of the node nearest to
    /// the end. Infinite where that node was not reached.
    ///
    /// @param straight the straight line there, as {@link GreatCircle#lowerBoundNauticalMiles} has
    ///   it
    public double mostExcludingNauticalMiles(SeaEnd end, double straight) {
        double raw = end.node() < 0 ? UNREACHED : miles[end.node()] + end.miles();
        return Double.isInfinite(raw) ? raw : excluding(straight, raw);
    }

    /// A lower bound of [#excludingNauticalMiles] by a few look-ups: the way from the nearest node
    /// of each square of a degree about the end to the end itself is left off.
    ///
    /// @param straight as above
    public double leastExcludingNauticalMiles(SeaEnd end, double straight) {
        float[] leastInDegree = leastInDegree();
        double raw = UNREACHED;
        for (int square : end.squares()) {
            raw = Math.min(raw, leastInDegree[square]);
        }
        return Double.isInfinite(raw)
                ? beyond(straight, () -> end.node() >= 0)
                : excluding(straight, raw);
    }

    private static double excluding(double straight, double raw) {
        return Math.max(
                straight,
                (SeaDistance.SHORTEST_OF_RAW * raw - 2 * SeaDistance.END_NAUTICAL_MILES)
                        * SeaRoute.ELLIPSOID);
    }

    private synchronized float[] leastInDegree() {
        if (leastInDegree == null) {
            leastInDegree = web.leastInSquares(miles);
        }
        return leastInDegree;
    }

    /// A lower bound by one look-up: weaker than {@link #lowerBoundNauticalMiles} by up to two
    /// widths of a cell, for ruling most of many places out before looking closer.
    public double quickLowerBoundNauticalMiles(Place to) {
        double straight = GreatCircle.lowerBoundNauticalMiles(from, to);
        int row = (int) ((to.latitudeDegrees() + 90) * SQUARES_PER_DEGREE);
        int column = (int) ((to.longitudeDegrees() + 180) * SQUARES_PER_DEGREE);
        float least =
                leastInSquare()[
                        Math.min(row, SQUARE_ROWS - 1) * SQUARE_COLUMNS
                                + Math.min(column, SQUARE_COLUMNS - 1)];
        return Math.max(
                straight, SeaDistance.SHORTEST_OF_RAW * least - 2 * SeaDistance.END_NAUTICAL_MILES);
    }

    /// The least distance of any node that a place in the square can be tied to, which is at most
    /// 25 nm away; the way from the node to the place is left off, so no place has less.
    private synchronized float[] leastInSquare() {
        if (leastInSquare == null) {
            float[] least = new float[SQUARE_ROWS * SQUARE_COLUMNS];
            java.util.Arrays.fill(least, UNREACHED);
            for (int node = 0; node < miles.length; node++) {
                spread(least, node);
            }
            leastInSquare = least;
        }
        return leastInSquare;
    }

    /// Into the node's own square and those within 30 nm of it.
    private void spread(float[] least, int node) {
        int row = (int) ((web.latitude(node) + 90) * SQUARES_PER_DEGREE);
        int column = (int) ((web.longitude(node) + 180) * SQUARES_PER_DEGREE);
        double cosine = Math.max(0.02, Math.cos(Math.toRadians(web.latitude(node))));
        int across = (int) Math.ceil(1 / cosine);
        float value = Math.max(0, miles[node]);
        for (int near = Math.max(0, row - 1); near <= Math.min(SQUARE_ROWS - 1, row + 1); near++) {
            for (int side = -across; side <= across; side++) {
                int at = near * SQUARE_COLUMNS + Math.floorMod(column + side, SQUARE_COLUMNS);
                least[at] = Math.min(least[at], value);
            }
        }
    }
}
