package org.fairlead.seas.water;

import java.util.Arrays;

/// Distances from one place to every node of a web within a limit: Dijkstra by buckets in a ring,
/// and nothing remembered but the distances. All that a field needs, at half of what a search that
/// can tell the way takes.
final class Flood {

    private static final int UNREACHED = Integer.MAX_VALUE;

    private final Web web;
    private final int shift;
    private final int mask;
    private final int[][] ring;
    private final int[] filled;
    private final int[] units;
    private int waiting;

    private Flood(Web web) {
        this.web = web;
        shift = web.bucketShift;
        // No arc is longer, so no node waits farther ahead than that.
        int buckets = Integer.highestOneBit((Web.LENGTH >> shift) + 2) << 1;
        mask = buckets - 1;
        ring = new int[buckets][64];
        filled = new int[buckets];
        units = new int[web.size];
        Arrays.fill(units, UNREACHED);
    }

    /// In units of the web; the largest number there is where a node was not reached.
    ///
    /// @param closed bits of the gates no way may lead through
    static int[] from(Moorings from, Web web, int closed, double limitNauticalMiles) {
        var flood = new Flood(web);
        int least = UNREACHED;
        for (int at = 0; at < from.nodes().length; at++) {
            flood.reach(from.nodes()[at], from.units()[at]);
            least = Math.min(least, from.units()[at]);
        }
        flood.run(least >> flood.shift, closed, Search.units(Math.min(limitNauticalMiles, 1e6)));
        return flood.units;
    }

    private void run(int first, int closed, int limit) {
        int[] lookedAtFrom = new int[units.length];
        Arrays.fill(lookedAtFrom, -1);
        int[] starts = web.first.values();
        int[] targets = web.target.values();
        short[] lengths = web.length.values();
        for (int bucket = first; waiting > 0; bucket++) {
            int slot = bucket & mask;
            while (filled[slot] > 0) {
                int node = ring[slot][--filled[slot]];
                waiting--;
                int distance = units[node];
                // Nearer by now, and looked at in its turn; or twice in this bucket.
                if (distance >> shift != bucket || lookedAtFrom[node] == distance) {
                    continue;
                }
                lookedAtFrom[node] = distance;
                int end = starts[node + 1];
                for (int arc = starts[node]; arc < end; arc++) {
                    int length = lengths[arc] & 0xffff;
                    if ((length & Web.GATED) != 0) {
                        if ((web.gates(arc) & closed) != 0) {
                            continue;
                        }
                        length &= Web.LENGTH;
                    }
                    int next = targets[arc];
                    int reached = distance + length;
                    if (reached < units[next] && reached <= limit) {
                        reach(next, reached);
                    }
                }
            }
        }
    }

    private void reach(int node, int reached) {
        if (reached >= units[node]) {
            return;
        }
        units[node] = reached;
        int slot = reached >> shift & mask;
        if (filled[slot] == ring[slot].length) {
            ring[slot] = Arrays.copyOf(ring[slot], 2 * filled[slot]);
        }
        ring[slot][filled[slot]++] = node;
        waiting++;
    }
}
