package org.fairlead.seas.water;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.fairlead.seas.distance.Arc;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// Shortest ways over a web: Dijkstra by buckets, guided where there is one goal (A* with
/// landmarks). Not for two threads at once.
final class Search {

    private final Web web;
    private final Labels labels;
    private @Nullable Labels near;
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

    /// A way, by its nodes from the first end's to the second's.
    record Way(List<Integer> nodes, int units) {

        Way {
            nodes = List.copyOf(nodes);
        }
    }

    /// The shortest way from one end to the other, by A*.
    ///
    /// Nodes are taken by what the way over them is at least, unit by unit. Wider steps would be
    /// fewer, but within one the nodes come in no order, and a guide this good leaves arcs towards
    /// the goal next to no length of their own: most nodes would be looked at ten times over.
    ///
    /// @param place of the second end
    Optional<Way> find(Moorings from, Moorings to, Place place, int closed) {
        var goal = Goal.of(web, near(), from, to, place, closed);
        int least = Integer.MAX_VALUE;
        for (int at = 0; at < from.nodes().length; at++) {
            least = Math.min(least, from.units()[at] + goal.units(from.nodes()[at]));
        }
        int base = least;
        start(from, (node, units) -> units + goal.units(node) - base);
        int best = Integer.MAX_VALUE;
        int arrived = -1;
        for (int at = labels.first(); at >= 0 && at <= best - base; at = labels.next(at)) {
            while (!labels.isEmpty(at)) {
                int node = labels.pop(at);
                if (labels.isStale(node)) {
                    continue;
                }
                settled++;
                int distance = labels.distance(node);
                if (goal.isNear(node)) {
                    if (distance + goal.units(node) < best) {
                        best = distance + goal.units(node);
                        arrived = node;
                    }
                    continue;
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
                        int whole = reached + goal.units(next);
                        if (whole <= best) {
                            // Straight lines are rounded, so a bound may fall behind by a unit.
                            labels.push(next, reached, Math.max(at, whole - base));
                        }
                    }
                }
            }
        }
        return arrived < 0 ? Optional.empty() : Optional.of(new Way(way(arrived, goal), best));
    }

    private List<Integer> way(int arrived, Goal goal) {
        var nodes = new ArrayList<Integer>();
        for (int node = arrived; node >= 0; node = labels.parent(node)) {
            nodes.add(node);
        }
        Collections.reverse(nodes);
        for (int node = goal.next(arrived); node >= 0; node = goal.next(node)) {
            nodes.add(node);
        }
        return nodes;
    }

    private Labels near() {
        if (near == null) {
            near = new Labels(web.size);
        }
        return near;
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

    /// The straight way to a place, never over-stated: by the chord and the first two terms of the
    /// series of the arc, which are all positive.
    static final class Straight {

        private static final float UNITS =
                (float) (Arc.NAUTICAL_MILES_PER_RADIAN * Web.UNITS_PER_NAUTICAL_MILE);

        private final Web web;
        private final float x;
        private final float y;
        private final float z;

        Straight(Web web, Place goal) {
            this.web = web;
            double cosine = Math.cos(Math.toRadians(goal.latitudeDegrees()));
            x = (float) (cosine * Math.cos(Math.toRadians(goal.longitudeDegrees())));
            y = (float) (cosine * Math.sin(Math.toRadians(goal.longitudeDegrees())));
            z = (float) Math.sin(Math.toRadians(goal.latitudeDegrees()));
        }

        int units(int node) {
            float dx = web.x(node) - x;
            float dy = web.y(node) - y;
            float dz = web.z(node) - z;
            float square = dx * dx + dy * dy + dz * dz;
            float arc = (float) Math.sqrt(square) * (1 + square / 24);
            // Single precision is good for half a mile around the earth.
            return Math.max(0, (int) (arc * UNITS * 0.9999f) - 50);
        }
    }
}
