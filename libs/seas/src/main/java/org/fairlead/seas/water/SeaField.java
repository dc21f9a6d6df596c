package org.fairlead.seas.water;

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
    private static final double TIED_NAUTICAL_MILES = 25;

    private final Web web;
    private final Sight sight;
    private final Place from;
    private final float[] miles;
    private float @Nullable [] leastInSquare;

    private SeaField(Web web, Sight sight, Place from, float[] miles) {
        this.web = web;
        this.sight = sight;
        this.from = from;
        this.miles = miles;
    }

    static SeaField of(Web web, Labels labels, Sight sight, Place from) {
        float[] miles = new float[web.size];
        for (int node = 0; node < miles.length; node++) {
            int units = labels.distance(node);
            miles[node] =
                    units == Integer.MAX_VALUE
                            ? UNREACHED
                            : (float) units / Web.UNITS_PER_NAUTICAL_MILE;
        }
        return new SeaField(web, sight, from, miles);
    }

    /// From where.
    public Place from() {
        return from;
    }

    /// Along the cells of the graph: up to 7 % too long. Infinite beyond the limit, and where there
    /// is no way.
    public double rawNauticalMiles(Place to) {
        if (sight.isClear(from, to)) {
            return GreatCircle.nauticalMiles(from, to);
        }
        double[] best = {Double.POSITIVE_INFINITY};
        web.near(
                to,
                TIED_NAUTICAL_MILES,
                node -> {
                    double there = miles[node];
                    if (there < best[0]) {
                        double whole = there + GreatCircle.nauticalMiles(web.place(node), to);
                        best[0] = Math.min(best[0], whole);
                    }
                });
        return best[0];
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
    /// SeaRoute#excludingNauticalMiles()}. The straight line where there is no way.
    public double excludingNauticalMiles(Place to) {
        double straight = GreatCircle.lowerBoundNauticalMiles(from, to);
        double raw = rawNauticalMiles(to);
        return Double.isInfinite(raw)
                ? straight
                : Math.max(
                        straight,
                        (SeaDistance.SHORTEST_OF_RAW * raw - 2 * SeaDistance.END_NAUTICAL_MILES)
                                * SeaRoute.ELLIPSOID);
    }

    /// A plausible way: along the cells, less what that usually adds. Infinite where there is none.
    public double usualNauticalMiles(Place to) {
        return Math.max(
                GreatCircle.nauticalMiles(from, to),
                rawNauticalMiles(to) / Corridor.USUAL_OVER_MEASURE);
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
