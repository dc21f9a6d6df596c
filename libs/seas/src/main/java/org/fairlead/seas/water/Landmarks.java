package org.fairlead.seas.water;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;

/// Distances from a few far-off nodes to every other, kept with a web: by the triangle inequality
/// they bound what is left to a goal far better than the straight way does (Goldberg and Harrelson,
/// "Computing the shortest path: A* search meets graph theory", SODA 2005).
///
/// In whole units of the web. Rounded to half miles they took half of the room, and searches four
/// times as long: a bound that falls by more than an arc is long makes nodes be looked at again.
final class Landmarks {

    private static final int COUNT = 16;
    static final int UNREACHED = Integer.MAX_VALUE;

    private Landmarks() {}

    /// Twice: with the usual gates closed, and with all of them open for questions that open one.
    /// Closing gates only lengthens ways, so what bounds them with fewer closed bounds them still.
    static void write(Web.Parts parts, int bucketShift, Sections.Writer out) throws IOException {
        var plain = new ByteArrayOutputStream();
        parts.write(new Sections.Writer(plain), bucketShift, 0, new int[0], new int[0]);
        var web = new Web(new Sections.Reader(MemorySegment.ofArray(plain.toByteArray()), 0));
        int usual = GateBits.of(Gates.closed());
        parts.write(out, bucketShift, COUNT, distances(web, usual), distances(web, 0));
    }

    /// Each landmark is the node farthest from all before it.
    private static int[] distances(Web web, int closed) {
        var search = new Search(web);
        int[] distances = new int[COUNT * web.size];
        int[] nearest = new int[web.size];
        java.util.Arrays.fill(nearest, Integer.MAX_VALUE);
        int next = farthest(search, web, closed, 0, nearest, null, 0);
        java.util.Arrays.fill(nearest, Integer.MAX_VALUE);
        for (int landmark = 0; landmark < COUNT; landmark++) {
            next = farthest(search, web, closed, next, nearest, distances, landmark);
        }
        return distances;
    }

    private static int farthest(
            Search search,
            Web web,
            int closed,
            int from,
            int[] nearest,
            int @org.jspecify.annotations.Nullable [] distances,
            int landmark) {
        search.spread(
                new Moorings(new int[] {from}, new int[] {0}, 0, false), closed, Double.MAX_VALUE);
        int farthest = from;
        for (int node = 0; node < web.size; node++) {
            int units = search.labels().distance(node);
            if (units != UNREACHED) {
                nearest[node] = Math.min(nearest[node], units);
                farthest = nearest[node] > nearest[farthest] ? node : farthest;
            }
            if (distances != null) {
                distances[COUNT * node + landmark] = units;
            }
        }
        return farthest;
    }
}
