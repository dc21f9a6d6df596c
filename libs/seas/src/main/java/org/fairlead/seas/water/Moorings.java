package org.fairlead.seas.water;

import java.util.Arrays;

/// The nodes at which a place is tied to the graph, each with the straight way to it.
///
/// @param ashoreNauticalMiles how far from water the place lies on our map; 0 on water
/// @param isFar tied to the nearest water though that is beyond the usual reach: the way there is a
///   guess
record Moorings(int[] nodes, int[] units, double ashoreNauticalMiles, boolean isFar) {

    interface Each {
        void accept(int node, int units);
    }

    boolean isEmpty() {
        return nodes.length == 0;
    }

    void forEach(Each each) {
        for (int at = 0; at < nodes.length; at++) {
            each.accept(nodes[at], units[at]);
        }
    }

    /// The straight way to this node; -1 when the place is not tied to it. Nodes are in order.
    int units(int node) {
        int at = Arrays.binarySearch(nodes, node);
        return at < 0 ? -1 : units[at];
    }

    int longest() {
        return Arrays.stream(units).max().orElse(0);
    }
}
