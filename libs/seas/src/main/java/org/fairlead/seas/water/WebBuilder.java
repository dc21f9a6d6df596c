package org.fairlead.seas.water;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// Makes a web of cells: an arc wherever a ship can go straight from one to the next.
final class WebBuilder {

    /// How far the ends of a channel, and every water point of it, are tied to cells around.
    private static final double CHANNEL_REACH_NAUTICAL_MILES = 12;

    private final Cells cells;
    private final Sight sight;
    private final List<Gate> gates = Gates.all();
    private final List<Optional<Line>> cuts =
            Gates.all().stream()
                    .map(gate ->
                            Optional.of(gate.cut()).filter(cut -> !cut.isEmpty()).map(Line::new))
                    .toList();

    WebBuilder(Cells cells, Sight sight) {
        this.cells = cells;
        this.sight = sight;
    }

    /// One arc, both ways.
    private record Arc(int from, int to, int units, int gates) {}

    Web.Parts build(long[] ordered, @Nullable Window window) {
        int size = ordered.length;
        long[] sorted = ordered.clone();
        Arrays.sort(sorted);
        int[] place = places(ordered, sorted);
        Place[] places = Arrays.stream(ordered).mapToObj(cells::place).toArray(Place[]::new);
        Arc[][] arcs =
                IntStream.range(0, size)
                        .parallel()
                        .mapToObj(node -> arcs(node, ordered, sorted, place, places))
                        .toArray(Arc[][]::new);
        var graph = new Loose(places, arcs);
        for (int gate = 0; gate < gates.size(); gate++) {
            channel(graph, gate, window);
        }
        return graph.mainPart(cells, ordered);
    }

    private static int[] places(long[] ordered, long[] sorted) {
        int[] place = new int[ordered.length];
        for (int node = 0; node < ordered.length; node++) {
            place[Cells.indexIn(sorted, ordered[node])] = node;
        }
        return place;
    }

    private Arc[] arcs(int node, long[] ordered, long[] sorted, int[] place, Place[] places) {
        int[] others = new int[32];
        int[] count = {0};
        cells.neighbours(
                ordered[node],
                cell -> {
                    int at = Cells.indexIn(sorted, cell);
                    if (at >= 0) {
                        others[count[0]++] = place[at];
                    }
                });
        boolean isCoast = cells.resolution(ordered[node]) == Cells.COAST;
        return Arrays.stream(others, 0, count[0])
                .distinct()
                .filter(other ->
                        other > node
                                || (isCoast && cells.resolution(ordered[other]) == Cells.OFFSHORE))
                .filter(other -> sight.isClear(places[node], places[other]))
                .mapToObj(other -> arc(node, other, places))
                .toArray(Arc[]::new);
    }

    private Arc arc(int from, int to, Place[] places) {
        return new Arc(
                from,
                to,
                Search.units(GreatCircle.nauticalMiles(places[from], places[to])),
                crossed(places[from], places[to]));
    }

    private int crossed(Place from, Place to) {
        int bits = 0;
        for (int gate = 0; gate < cuts.size(); gate++) {
            if (cuts.get(gate).filter(cut -> cut.isCrossedBy(from, to)).isPresent()) {
                bits |= 1 << gate;
            }
        }
        return bits;
    }

    /// Adds the points of a gate's channel, and ties its ends to the cells in sight.
    private void channel(Loose graph, int number, @Nullable Window window) {
        var points = gates.get(number).channel();
        if (points.isEmpty() || (window != null && !points.stream().allMatch(window::holds))) {
            return;
        }
        int bit = 1 << number;
        int before = -1;
        for (Place point : points) {
            int node = graph.add(point);
            if (before >= 0) {
                graph.join(new Arc(before, node, units(graph.place(before), point), bit));
            }
            boolean isEnd = point == points.getFirst() || point == points.getLast();
            if (isEnd) {
                tie(graph, node, point);
            }
            before = node;
        }
    }

    private void tie(Loose graph, int node, Place point) {
        for (int other = 0; other < graph.cellCount(); other++) {
            Place there = graph.place(other);
            if (Math.abs(there.latitudeDegrees() - point.latitudeDegrees()) < 0.25
                    && GreatCircle.nauticalMiles(point, there) <= CHANNEL_REACH_NAUTICAL_MILES
                    && sight.isClear(point, there)) {
                graph.join(new Arc(node, other, units(point, there), crossed(point, there)));
            }
        }
    }

    private static int units(Place from, Place to) {
        return Math.max(1, Search.units(GreatCircle.nauticalMiles(from, to)));
    }

    /// Nodes and arcs while they are still being added to.
    private static final class Loose {

        private final java.util.ArrayList<Place> places;
        private final java.util.ArrayList<Arc> arcs = new java.util.ArrayList<>();
        private final int cellCount;

        Loose(Place[] places, Arc[][] arcs) {
            this.places = new java.util.ArrayList<>(Arrays.asList(places));
            this.cellCount = places.length;
            for (Arc[] some : arcs) {
                this.arcs.addAll(Arrays.asList(some));
            }
        }

        int cellCount() {
            return cellCount;
        }

        Place place(int node) {
            return places.get(node);
        }

        int add(Place place) {
            places.add(place);
            return places.size() - 1;
        }

        void join(Arc arc) {
            arcs.add(arc);
        }

        /// Only what hangs together with the largest part: a lake must never catch a port.
        Web.Parts mainPart(Cells cells, long[] ordered) {
            int[] number = renumbered();
            int size = Arrays.stream(number).max().orElse(-1) + 1;
            var parts = new Packer(size);
            for (int node = 0; node < number.length; node++) {
                if (number[node] >= 0) {
                    parts.node(number[node], places.get(node));
                    if (node < cellCount) {
                        parts.cell(number[node], places.get(node), cells, ordered[node]);
                    }
                }
            }
            for (Arc arc : arcs) {
                if (number[arc.from()] >= 0) {
                    parts.count(number[arc.from()], number[arc.to()]);
                }
            }
            parts.allocate();
            for (Arc arc : arcs) {
                if (number[arc.from()] >= 0) {
                    parts.arc(number[arc.from()], number[arc.to()], arc.units(), arc.gates());
                }
            }
            return parts.packed();
        }

        private int[] renumbered() {
            int[] root = IntStream.range(0, places.size()).toArray();
            for (Arc arc : arcs) {
                root[find(root, arc.from())] = find(root, arc.to());
            }
            int[] size = new int[root.length];
            for (int node = 0; node < root.length; node++) {
                size[find(root, node)]++;
            }
            int main = 0;
            for (int node = 0; node < root.length; node++) {
                main = size[node] > size[main] ? node : main;
            }
            int[] number = new int[root.length];
            int next = 0;
            for (int node = 0; node < root.length; node++) {
                number[node] = find(root, node) == main ? next++ : -1;
            }
            return number;
        }

        private static int find(int[] root, int node) {
            int at = node;
            while (root[at] != at) {
                root[at] = root[root[at]];
                at = root[at];
            }
            return at;
        }
    }
}
