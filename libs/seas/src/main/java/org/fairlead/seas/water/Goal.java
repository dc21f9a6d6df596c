package org.fairlead.seas.water;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.fairlead.seas.distance.Place;

/// What is left to the end of a way at least: exactly about the end itself, by landmarks and the
/// straight line farther off.
///
/// A landmark bounds well what is left to a goal that lies before it, and ports lie in bays, before
/// which nothing lies. So the water about the goal is searched first, and landmarks bound the way
/// to its rim: what it takes to come in from there is known, and no longer lost.
final class Goal {

    /// How many nodes about the goal are searched: enough for a bay and its mouth.
    private static final int NEAR = 1_500;

    /// How many landmarks are asked, those that say most of this pair.
    private static final int USED = 6;

    private final Labels near;
    private final Search.Straight straight;
    private final int[] distances;
    private final int count;
    private int radius = -1;
    private int[] used = new int[0];
    private int[] least = new int[0];
    private int[] most = new int[0];

    private Goal(Web web, Labels near, Place place, int closed) {
        this.near = near;
        this.straight = new Search.Straight(web, place);
        int usual = GateBits.of(Gates.closed());
        this.distances = (closed & usual) == usual ? web.usualLandmarks() : web.openLandmarks();
        this.count = web.landmarks;
    }

    /// @param near labels to be used for the water about the goal
    /// @param closed bits of the gates no way may lead through
    static Goal of(Web web, Labels near, Moorings from, Moorings to, Place place, int closed) {
        var goal = new Goal(web, near, place, closed);
        int[] inside = goal.spread(web, to, closed);
        goal.bound(web, inside, from.nodes()[0], closed);
        return goal;
    }

    /// Plain Dijkstra, until there are nodes enough and all as near as the last of them are in.
    private int[] spread(Web web, Moorings to, int closed) {
        near.begin();
        to.forEach((node, units) -> {
            if (near.improve(node, units, -1)) {
                near.push(node, units, units);
            }
        });
        int[] inside = new int[2 * NEAR];
        int size = 0;
        for (int at = near.first(); at >= 0 && size < NEAR; at = near.next(at)) {
            radius = at;
            while (!near.isEmpty(at)) {
                int node = near.pop(at);
                if (near.isStale(node)) {
                    continue;
                }
                if (size == inside.length) {
                    inside = Arrays.copyOf(inside, 2 * size);
                }
                inside[size++] = node;
                int end = web.first.get(node + 1);
                for (int arc = web.first.get(node); arc < end; arc++) {
                    int length = web.openLength(arc, closed);
                    int next = web.target.get(arc);
                    if (length >= 0 && near.improve(next, at + length, node)) {
                        near.push(next, at + length, at + length);
                    }
                }
            }
        }
        return Arrays.copyOf(inside, size);
    }

    /// The least and the most a landmark's distances leave over all nodes on the rim.
    private void bound(Web web, int[] inside, int start, int closed) {
        int[] low = new int[count];
        int[] high = new int[count];
        Arrays.fill(low, Integer.MAX_VALUE);
        Arrays.fill(high, Integer.MIN_VALUE);
        for (int node : inside) {
            if (isOnTheRim(web, node, closed)) {
                int left = near.distance(node);
                for (int landmark = 0; landmark < count; landmark++) {
                    int from = distances[count * node + landmark];
                    if (from == Landmarks.UNREACHED) {
                        low[landmark] = 0;
                        high[landmark] = Integer.MAX_VALUE;
                    } else {
                        low[landmark] = Math.min(low[landmark], from + left);
                        high[landmark] = Math.max(high[landmark], from - left);
                    }
                }
            }
        }
        used =
                IntStream.range(0, count)
                        .filter(landmark -> high[landmark] != Integer.MIN_VALUE)
                        .boxed()
                        .sorted(
                                Comparator.comparingInt(landmark ->
                                        -left(
                                                distances[count * start + landmark],
                                                low[landmark],
                                                high[landmark])))
                        .limit(USED)
                        .mapToInt(Integer::intValue)
                        .toArray();
        least = Arrays.stream(used).map(landmark -> low[landmark]).toArray();
        most = Arrays.stream(used).map(landmark -> high[landmark]).toArray();
    }

    private boolean isOnTheRim(Web web, int node, int closed) {
        int end = web.first.get(node + 1);
        for (int arc = web.first.get(node); arc < end; arc++) {
            if (!isNear(web.target.get(arc)) && web.openLength(arc, closed) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static int left(int here, int least, int most) {
        return here == Landmarks.UNREACHED || most == Integer.MAX_VALUE
                ? 0
                : Math.max(least - here, here - most);
    }

    /// Whether what is left from this node is known, and not only bounded.
    boolean isNear(int node) {
        return near.distance(node) <= radius;
    }

    int units(int node) {
        int known = near.distance(node);
        if (known <= radius) {
            return known;
        }
        int best = straight.units(node);
        int row = count * node;
        for (int at = 0; at < used.length; at++) {
            best = Math.max(best, left(distances[row + used[at]], least[at], most[at]));
        }
        return best;
    }

    /// The next node on the way in from one that is near; -1 at the goal.
    int next(int node) {
        return near.parent(node);
    }
}
