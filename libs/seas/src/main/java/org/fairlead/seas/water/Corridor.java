package org.fairlead.seas.water;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// Everything a ship can touch on a way of limited length from one place to another: two bounded
/// searches, one from each end, each leaving out what the straight way already rules out.
///
/// Distances do not depend on speed, so one corridor serves every speed and time within its length.
public final class Corridor {

    /// What the ways along cells are longer than the tightened ones, on average.
    static final double USUAL_OVER_MEASURE = 1.018;

    private final Web web;
    private final SeaDistance sea;
    private final Place from;
    private final @Nullable Place to;
    private final int[] nodes;
    private final float[] fromMiles;
    private final float[] toMiles;

    private Corridor(
            SeaDistance sea, Place from, @Nullable Place to, int[] nodes, float[][] miles) {
        this.web = sea.graph().world();
        this.sea = sea;
        this.from = from;
        this.to = to;
        this.nodes = nodes;
        this.fromMiles = miles[0];
        this.toMiles = miles[1];
    }

    /// A cell of the corridor.
    ///
    /// @param leastFrom no way from the first end is shorter, in nautical miles
    /// @param leastTo no way to the second end is shorter; 0 where there is none
    /// @param isCertain a ship can certainly be here: even the longer figures fit
    public record Cell(int node, double leastFrom, double leastTo, boolean isCertain) {}

    /// Distances of one place by both figures.
    public record Legs(double leastFrom, double leastTo, double usualFrom, double usualTo) {

        public double least() {
            return leastFrom + leastTo;
        }

        public double usual() {
            return usualFrom + usualTo;
        }
    }

    /// @param to absent for a ship that never came back: then only the first end limits her
    static Corridor of(SeaDistance sea, Place from, @Nullable Place to, double nauticalMiles) {
        double end = 2 * SeaDistance.END_NAUTICAL_MILES;
        double raw = (nauticalMiles + (to == null ? end : 2 * end)) / SeaDistance.SHORTEST_OF_RAW;
        return sea.graph()
                .worldSearches()
                .with(first -> {
                    spread(sea, first, from, to, raw);
                    if (to == null) {
                        return collected(sea, from, null, first.labels(), null);
                    }
                    return sea.graph()
                            .worldSearches()
                            .with(second -> {
                                spread(sea, second, to, from, raw);
                                return collected(sea, from, to, first.labels(), second.labels());
                            });
                });
    }

    private static void spread(
            SeaDistance sea, Search search, Place from, @Nullable Place to, double raw) {
        if (to == null) {
            search.spread(sea.tie(from), sea.closedBits(), raw);
        } else {
            search.spreadTowards(sea.tie(from), sea.closedBits(), raw, to);
        }
    }

    private static Corridor collected(
            SeaDistance sea,
            Place from,
            @Nullable Place to,
            Labels first,
            @Nullable Labels second) {
        int size = sea.graph().world().size;
        int[] nodes = new int[size];
        int count = 0;
        for (int node = 0; node < size; node++) {
            if (first.distance(node) != Integer.MAX_VALUE
                    && (second == null || second.distance(node) != Integer.MAX_VALUE)) {
                nodes[count++] = node;
            }
        }
        nodes = java.util.Arrays.copyOf(nodes, count);
        float[][] miles = new float[2][count];
        for (int at = 0; at < count; at++) {
            miles[0][at] = miles(first.distance(nodes[at]));
            miles[1][at] = second == null ? 0 : miles(second.distance(nodes[at]));
        }
        return new Corridor(sea, from, to, nodes, miles);
    }

    private static float miles(int units) {
        return (float) units / Web.UNITS_PER_NAUTICAL_MILE;
    }

    /// Cells a ship can touch on a way of this length.
    public List<Cell> cells(double nauticalMiles) {
        var cells = new ArrayList<Cell>();
        for (int at = 0; at < nodes.length; at++) {
            int node = nodes[at];
            if (web.resolution(node) == 0) {
                continue;
            }
            double leastFrom = least(from, node, fromMiles[at]);
            if (leastFrom > nauticalMiles) {
                continue;
            }
            double leastTo = to == null ? 0 : least(to, node, toMiles[at]);
            if (leastFrom + leastTo <= nauticalMiles) {
                double raw = fromMiles[at] + toMiles[at] + SeaDistance.END_NAUTICAL_MILES;
                cells.add(new Cell(node, leastFrom, leastTo, raw <= nauticalMiles));
            }
        }
        return cells;
    }

    /// Never above any way; a cell is not an end, so only one end's spare is taken off.
    private double least(Place end, int node, double raw) {
        double bound = SeaDistance.SHORTEST_OF_RAW * raw - SeaDistance.END_NAUTICAL_MILES;
        double straight = GreatCircle.lowerBoundNauticalMiles(end, web.place(node));
        return Math.max(bound, straight);
    }

    /// The corners of a cell, in order, not closed.
    public List<Place> corners(int node) {
        var corners = new ArrayList<Place>(Web.CORNERS);
        Place centre = web.place(node);
        for (int corner = 0; corner < Web.CORNERS; corner++) {
            corners.add(
                    Local.place(
                            centre, web.cornerEast(node, corner), web.cornerNorth(node, corner)));
        }
        return corners;
    }

    public Place centre(int node) {
        return web.place(node);
    }

    /// The way over a place, by both figures; empty where the corridor does not touch it.
    public Optional<Legs> legs(Place place) {
        var ties = sea.remembered(place);
        double rawFrom = Double.POSITIVE_INFINITY;
        double rawTo = Double.POSITIVE_INFINITY;
        for (int tie = 0; tie < ties.nodes().length; tie++) {
            int at = java.util.Arrays.binarySearch(nodes, ties.nodes()[tie]);
            if (at >= 0) {
                double out = miles(ties.units()[tie]);
                rawFrom = Math.min(rawFrom, fromMiles[at] + out);
                rawTo = Math.min(rawTo, toMiles[at] + out);
            }
        }
        if (rawFrom == Double.POSITIVE_INFINITY) {
            return Optional.empty();
        }
        return Optional.of(
                new Legs(
                        leastToPlace(from, place, rawFrom),
                        to == null ? 0 : leastToPlace(to, place, rawTo),
                        usual(from, place, rawFrom),
                        to == null ? 0 : usual(to, place, rawTo)));
    }

    private static double leastToPlace(Place end, Place place, double raw) {
        return Math.max(
                SeaDistance.SHORTEST_OF_RAW * raw - 2 * SeaDistance.END_NAUTICAL_MILES,
                GreatCircle.lowerBoundNauticalMiles(end, place));
    }

    private static double usual(Place end, Place place, double raw) {
        return Math.max(raw / USUAL_OVER_MEASURE, GreatCircle.nauticalMiles(end, place));
    }
}
