package org.fairlead.seas.water;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// Distances from a few far-off nodes to every other, kept with a web: by the triangle inequality
/// they bound what is left to a goal far better than the straight way does (Goldberg and Harrelson,
/// "Computing the shortest path: A* search meets graph theory", SODA 2005).
final class Landmarks {

    private static final int COUNT = 12;
    private static final int UNREACHED = 0xffff;
    private static final int UNITS =
            Web.UNITS_PER_NAUTICAL_MILE / Web.LANDMARK_UNITS_PER_NAUTICAL_MILE;

    private Landmarks() {}

    static void write(Web.Parts parts, int bucketShift, Sections.Writer out) throws IOException {
        var plain = new ByteArrayOutputStream();
        parts.write(new Sections.Writer(plain), bucketShift, 0, new short[0]);
        var web = new Web(new Sections.Reader(MemorySegment.ofArray(plain.toByteArray()), 0));
        parts.write(out, bucketShift, COUNT, distances(web));
    }

    /// Each landmark is the node farthest from all before it.
    private static short[] distances(Web web) {
        var search = new Search(web);
        int closed = GateBits.of(Gates.closed());
        short[] distances = new short[COUNT * web.size];
        List<Integer> chosen = new ArrayList<>();
        int[] nearest = new int[web.size];
        java.util.Arrays.fill(nearest, Integer.MAX_VALUE);
        int next = farthest(search, web, closed, 0, nearest, null, 0);
        java.util.Arrays.fill(nearest, Integer.MAX_VALUE);
        for (int landmark = 0; landmark < COUNT; landmark++) {
            chosen.add(next);
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
            short @org.jspecify.annotations.Nullable [] distances,
            int landmark) {
        search.spread(
                new Moorings(new int[] {from}, new int[] {0}, 0, false), closed, Double.MAX_VALUE);
        int farthest = from;
        for (int node = 0; node < web.size; node++) {
            int units = search.labels().distance(node);
            boolean isReached = units != Integer.MAX_VALUE;
            if (isReached) {
                nearest[node] = Math.min(nearest[node], units);
                farthest = nearest[node] > nearest[farthest] ? node : farthest;
            }
            if (distances != null) {
                distances[COUNT * node + landmark] =
                        (short) (isReached ? Math.min(UNREACHED - 1, units / UNITS) : UNREACHED);
            }
        }
        return farthest;
    }

    /// What is left to a goal of several nodes, by the landmarks that say most of this pair.
    static final class Toward implements Search.Guide {

        private static final int USED = 4;

        private final Web web;
        private final Search.Guide straight;
        private final int[] used;
        private final int[] least;
        private final int[] most;

        Toward(Web web, Moorings from, Moorings to, Search.Guide straight) {
            this.web = web;
            this.straight = straight;
            int[] low = new int[web.landmarks];
            int[] high = new int[web.landmarks];
            java.util.Arrays.fill(low, Integer.MAX_VALUE);
            to.forEach((node, units) -> {
                for (int landmark = 0; landmark < low.length; landmark++) {
                    int at = web.landmark(landmark, node);
                    low[landmark] = Math.min(low[landmark], at);
                    high[landmark] = Math.max(high[landmark], at);
                }
            });
            int start = from.nodes()[0];
            used =
                    java.util.stream.IntStream.range(0, web.landmarks)
                            .boxed()
                            .sorted(
                                    java.util.Comparator.comparingInt(landmark ->
                                            -left(
                                                    web.landmark(landmark, start),
                                                    low[landmark],
                                                    high[landmark])))
                            .limit(USED)
                            .mapToInt(Integer::intValue)
                            .toArray();
            least = java.util.Arrays.stream(used).map(landmark -> low[landmark]).toArray();
            most = java.util.Arrays.stream(used).map(landmark -> high[landmark]).toArray();
        }

        @Override
        public int units(int node) {
            int best = 0;
            for (int at = 0; at < used.length; at++) {
                best = Math.max(best, left(web.landmark(used[at], node), least[at], most[at]));
            }
            // Half a mile lost by rounding on either side.
            int byLandmarks = (best - 1) * UNITS;
            return Math.max(byLandmarks, straight.units(node));
        }

        private static int left(int here, int least, int most) {
            if (here == UNREACHED || most == UNREACHED) {
                return 0;
            }
            return Math.max(least - here, here - most);
        }
    }
}
