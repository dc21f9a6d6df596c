package org.fairlead.bench.sea;

import java.util.Arrays;
import java.util.PriorityQueue;
import org.fairlead.seas.water.WaterGraph;

/// The baseline: Dijkstra's algorithm as a textbook has it, over the same graph, with the library's
/// priority queue and fresh arrays for each question.
final class PlainDijkstra {

    private record Entry(int node, double miles) {}

    private final WaterGraph graph;

    PlainDijkstra(WaterGraph graph) {
        this.graph = graph;
    }

    /// @param to -1 for every node
    /// @return miles by node; infinite where not reached before `to`
    double[] from(int from, int to) {
        double[] miles = new double[graph.size().nodes()];
        Arrays.fill(miles, Double.POSITIVE_INFINITY);
        var queue =
                new PriorityQueue<Entry>(
                        (one, other) -> Double.compare(one.miles(), other.miles()));
        miles[from] = 0;
        queue.add(new Entry(from, 0));
        while (!queue.isEmpty()) {
            var entry = queue.remove();
            if (entry.miles() > miles[entry.node()]) {
                continue;
            }
            if (entry.node() == to) {
                break;
            }
            graph.arcs(
                    entry.node(),
                    (next, length) -> {
                        double reached = entry.miles() + length;
                        if (reached < miles[next]) {
                            miles[next] = reached;
                            queue.add(new Entry(next, reached));
                        }
                    });
        }
        return miles;
    }
}
