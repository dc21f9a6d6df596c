package org.fairlead.seas.water;

import java.util.List;
import org.fairlead.seas.distance.Arc;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// Shortest ways over a web: Dijkstra by buckets, guided where there is one goal (A* with
/// landmarks). Not for two threads at once.
final class Search {

    private final Web web;
    private final Labels labels;
    private int settled;

    Search(Web web) {
        this.web = web;
        this.labels = new Labels(web.size);
    }

    Labels labels() {
        return labels;
    }

    /// How many nodes the last search looked at.
    int settled() {
        return settled;
    }

    /// From one end to every node within the limit.
    ///
    /// @param closed bits of the gates no way may lead through
    void spread(Moorings from, int closed, double limitNauticalMiles) {
        spread(from, closed, limitNauticalMiles, null);
    }

    /// As above, leaving out nodes from which the straight way on to `towards` exceeds the limit.
    void spreadTowards(Moorings from, int closed, double limitNauticalMiles, Place towards) {
        spread(from, closed, limitNauticalMiles, new Straight(web, towards));
    }

    private void spread(
            Moorings from, int closed, double limitNauticalMiles, @Nullable Straight towards) {
        int limit = units(Math.min(limitNauticalMiles, 1e6));
        int shift = web.bucketShift;
        start(from, (node, units) -> units >> shift);
        for (int at = labels.first(); at >= 0; at = labels.next(at)) {
            while (!labels.isEmpty(at)) {
                int node = labels.pop(at);
                if (labels.isStale(node)) {
                    continue;
                }
                int distance = labels.distance(node);
                settled++;
                int end = web.first.get(node + 1);
                for (int arc = web.first.get(node); arc < end; arc++) {
                    int length = web.length.unsigned(arc);
                    if ((length & Web.GATED) != 0) {
                        if ((web.gates(arc) & closed) != 0) {
                            continue;
                        }
                        length &= Web.LENGTH;
                    }
                    int next = web.target.get(arc);
                    int reached = distance + length;
                    if (reached <= limit
                            && (towards == null || reached + towards.units(next) <= limit)
                            && labels.improve(next, reached, node)) {
                        labels.push(next, reached, reached >> shift);
                    }
                }
            }
        }
    }

    /// The shortest way from one end to the other: the node at which it arrives, or -1 when there
    /// is none.
    int find(Moorings from, Moorings to, int closed, Guide guide) {
        int shift = web.bucketShift;
        start(from, (node, units) -> units + guide.units(node) >> shift);
        int best = Integer.MAX_VALUE;
        int arrived = -1;
        for (int at = labels.first(); at >= 0 && at <= best >> shift; at = labels.next(at)) {
            while (!labels.isEmpty(at)) {
                int node = labels.pop(at);
                if (labels.isStale(node)) {
                    continue;
                }
                int distance = labels.distance(node);
                settled++;
                int tail = to.units(node);
                if (tail >= 0 && distance + tail < best) {
                    best = distance + tail;
                    arrived = node;
                }
                int end = web.first.get(node + 1);
                for (int arc = web.first.get(node); arc < end; arc++) {
                    int length = web.length.unsigned(arc);
                    if ((length & Web.GATED) != 0) {
                        if ((web.gates(arc) & closed) != 0) {
                            continue;
                        }
                        length &= Web.LENGTH;
                    }
                    int next = web.target.get(arc);
                    int reached = distance + length;
                    if (reached < best && labels.improve(next, reached, node)) {
                        int whole = reached + guide.units(next);
                        if (whole <= best) {
                            // A guide rounded to whole units may fall behind by one.
                            labels.push(next, reached, Math.max(at, whole >> shift));
                        }
                    }
                }
            }
        }
        return arrived;
    }

    /// Nodes of the way found, from its end back to its start.
    List<Integer> back(int arrived) {
        var nodes = new java.util.ArrayList<Integer>();
        for (int node = arrived; node >= 0; node = labels.parent(node)) {
            nodes.add(node);
        }
        return nodes;
    }

    private interface Bucket {
        int of(int node, int units);
    }

    private void start(Moorings from, Bucket bucket) {
        labels.begin();
        settled = 0;
        from.forEach((node, units) -> {
            if (labels.improve(node, units, -1)) {
                labels.push(node, units, bucket.of(node, units));
            }
        });
    }

    static int units(double nauticalMiles) {
        return (int) Math.round(nauticalMiles * Web.UNITS_PER_NAUTICAL_MILE);
    }

    /// What the way from a node to the goal is at least.
    interface Guide {
        int units(int node);
    }

    /// The straight way to a place, never over-stated: by the chord and the first two terms of the
    /// series of the arc, which are all positive.
    static final class Straight implements Guide {

        private static final float UNITS =
                (float) (Arc.NAUTICAL_MILES_PER_RADIAN * Web.UNITS_PER_NAUTICAL_MILE);

        private final Web web;
        private final float x;
        private final float y;
        private final float z;
        private final int spare;

        Straight(Web web, Place goal) {
            this(web, goal, 0);
        }

        /// @param spareUnits taken off, for a goal that is several nodes around the place
        Straight(Web web, Place goal, int spareUnits) {
            this.web = web;
            double cosine = Math.cos(Math.toRadians(goal.latitudeDegrees()));
            x = (float) (cosine * Math.cos(Math.toRadians(goal.longitudeDegrees())));
            y = (float) (cosine * Math.sin(Math.toRadians(goal.longitudeDegrees())));
            z = (float) Math.sin(Math.toRadians(goal.latitudeDegrees()));
            spare = spareUnits;
        }

        @Override
        public int units(int node) {
            float dx = web.x(node) - x;
            float dy = web.y(node) - y;
            float dz = web.z(node) - z;
            float square = dx * dx + dy * dy + dz * dz;
            float arc = (float) Math.sqrt(square) * (1 + square / 24);
            // Single precision is good for half a mile around the earth.
            return Math.max(0, (int) (arc * UNITS * 0.9999f) - spare - 50);
        }
    }
}
