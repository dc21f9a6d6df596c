package org.fairlead.seas.water;

import java.util.Arrays;

/// What a search has found of each node so far, and the nodes it will look at next by buckets of
/// distance. Kept and used again: stamped by the number of the search instead of cleared.
final class Labels {

    private static final int MOST_BUCKETS = 1 << 20;

    private final int[] distance;
    private final int[] parent;
    private final int[] stamp;
    private int epoch;

    private int[] bucket = new int[4096];
    private int[] entryNode = new int[1 << 14];
    private int[] entryNext = new int[1 << 14];
    private int[] entryUnits = new int[1 << 14];
    private int entries;
    private int poppedUnits;
    private int lowest;
    private int highest;

    Labels(int nodes) {
        distance = new int[nodes];
        parent = new int[nodes];
        stamp = new int[nodes];
        Arrays.fill(bucket, -1);
    }

    void begin() {
        if (++epoch == 0) {
            Arrays.fill(stamp, 0);
            epoch = 1;
        }
        Arrays.fill(
                bucket, Math.min(lowest, bucket.length), Math.min(highest + 1, bucket.length), -1);
        entries = 0;
        lowest = Integer.MAX_VALUE;
        highest = -1;
    }

    /// In units of the web; the largest number there is where the node was not reached.
    int distance(int node) {
        return stamp[node] == epoch ? distance[node] : Integer.MAX_VALUE;
    }

    boolean isReached(int node) {
        return stamp[node] == epoch;
    }

    int parent(int node) {
        return parent[node];
    }

    boolean improve(int node, int units, int from) {
        if (stamp[node] == epoch && distance[node] <= units) {
            return false;
        }
        stamp[node] = epoch;
        distance[node] = units;
        parent[node] = from;
        return true;
    }

    /// Beyond the last bucket all share that one, and are looked at in any order: right, and slow,
    /// and only for ways that are ten thousand miles longer than they looked.
    void push(int node, int units, int wanted) {
        int inBucket = Math.min(wanted, MOST_BUCKETS - 1);
        if (inBucket >= bucket.length) {
            int size = bucket.length;
            bucket = Arrays.copyOf(bucket, Math.max(2 * size, inBucket + 1));
            Arrays.fill(bucket, size, bucket.length, -1);
        }
        if (entries == entryNode.length) {
            entryNode = Arrays.copyOf(entryNode, 2 * entries);
            entryNext = Arrays.copyOf(entryNext, 2 * entries);
            entryUnits = Arrays.copyOf(entryUnits, 2 * entries);
        }
        entryNode[entries] = node;
        entryUnits[entries] = units;
        entryNext[entries] = bucket[inBucket];
        bucket[inBucket] = entries++;
        lowest = Math.min(lowest, inBucket);
        highest = Math.max(highest, inBucket);
    }

    /// The lowest bucket that holds a node, from this one on; -1 when all are empty.
    int next(int from) {
        for (int at = Math.max(from, 0); at <= highest; at++) {
            if (bucket[at] >= 0) {
                return at;
            }
        }
        return -1;
    }

    int first() {
        return lowest == Integer.MAX_VALUE ? -1 : lowest;
    }

    /// Takes a node out of the bucket, which must hold one. Whether it has been improved since it
    /// was put there, {@link #isStale} tells.
    int pop(int fromBucket) {
        int entry = bucket[fromBucket];
        bucket[fromBucket] = entryNext[entry];
        poppedUnits = entryUnits[entry];
        return entryNode[entry];
    }

    boolean isStale(int popped) {
        return distance[popped] != poppedUnits;
    }

    boolean isEmpty(int inBucket) {
        return bucket[inBucket] < 0;
    }
}
