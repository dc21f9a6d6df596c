package org.fairlead.seas.water;

import java.util.ArrayList;
import java.util.Arrays;
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
        int[] nodes = both(sea.graph().world().size, first, second);
        int count = nodes.length;
        float[][] miles = new float[2][count];
        for (int at = 0; at < count; at++) {
            miles[0][at] = miles(first.distance(nodes[at]));
            miles[1][at] = second == null ? 0 : miles(second.distance(nodes[at]));
        }
        return new Corridor(sea, from, to, nodes, miles);
    }

    /// Nodes both searches came to, in their order.
    private static int[] both(int size, Labels first, @Nullable Labels second) {
        int[] nodes = new int[1 << 12];
        int count = 0;
        for (int node = 0; node < size; node++) {
            if (first.isReached(node) && (second == null || second.isReached(node))) {
                if (count == nodes.length) {
                    nodes = Arrays.copyOf(nodes, 2 * count);
                }
                nodes[count++] = node;
            }
        }
        return Arrays.copyOf(nodes, count);
    }

    private static float miles(int units) {
        return (float) units / Web.UNITS_PER_NAUTICAL_MILE;
    }

    /// Cells a ship can touch on a way of this length.
    public List<Cell> cells(double nauticalMiles) {
        var cells = new ArrayList<Cell>(nodes.length);
        var begin = new LeastWay(web, from);
        var end = to == null ? null : new LeastWay(web, to);
        for (int at = 0; at < nodes.length; at++) {
            int node = nodes[at];
            if (web.resolution(node) == 0) {
                continue;
            }
            double leastFrom = least(begin, node, fromMiles[at]);
            if (leastFrom > nauticalMiles) {
                continue;
            }
            double leastTo = end == null ? 0 : least(end, node, toMiles[at]);
            if (leastFrom + leastTo <= nauticalMiles) {
                double raw = fromMiles[at] + toMiles[at] + SeaDistance.END_NAUTICAL_MILES;
                cells.add(new Cell(node, leastFrom, leastTo, raw <= nauticalMiles));
            }
        }
        return cells;
    }

    /// Never above any way; a cell is not an end, so only one end's spare is taken off.
    private static double least(LeastWay end, int node, double raw) {
        return Math.max(
                SeaDistance.SHORTEST_OF_RAW * raw - SeaDistance.END_NAUTICAL_MILES,
                end.nauticalMiles(node));
    }

    /// The corners of a cell, in order, not closed.
    public List<Place> corners(int node) {
        var plane = new Local.Plane(web.place(node));
        var corners = new Place[Web.CORNERS];
        for (int corner = 0; corner < Web.CORNERS; corner++) {
            corners[corner] =
                    plane.place(web.cornerEast(node, corner), web.cornerNorth(node, corner));
        }
        return List.of(corners);
    }

    public Place centre(int node) {
        return web.place(node);
    }

    /// The way over a place, by both figures; empty where the corridor does not touch it.
    public Optional<Legs> legs(Place place) {
        var ties = sea.remembered(place);
        double rawFrom = Double.POSITIVE_INFINITY;
        double rawTo = Double.POSITIVE_INFINITY;
        // Both are in order, and a port's ties lie close together.
        int at = 0;
        for (int tie = 0; tie < ties.nodes().length && at < nodes.length; tie++) {
            at = from(at, ties.nodes()[tie]);
            if (at < nodes.length && nodes[at] == ties.nodes()[tie]) {
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

    /// The first entry, from this one on, of a node not before the one asked for: by doubling
    /// steps, then by halves.
    private int from(int at, int node) {
        int low = at;
        int step = 1;
        while (low + step < nodes.length && nodes[low + step] < node) {
            low += step;
            step *= 2;
        }
        int found = Arrays.binarySearch(nodes, low, Math.min(nodes.length, low + step + 1), node);
        return found >= 0 ? found : -found - 1;
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
