package org.fairlead.seas.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.port.Port;
import org.fairlead.seas.port.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The guided search against a plain Dijkstra with a heap, which knows neither buckets nor
/// landmarks.
class ShortestWaysTest {

    private static final Web WEB = SharedGraph.GRAPH.world();
    private static final int DESTINATIONS = 25;

    static Stream<Set<String>> gates() {
        var canals = new HashSet<>(Gates.closed());
        canals.addAll(Set.of("suez", "panama", "bosphorus", "kanmon"));
        var oneOpened = new HashSet<>(Gates.closed());
        oneOpened.remove("corinth");
        return Stream.of(Gates.closed(), Set.of(), canals, oneOpened);
    }

    @ParameterizedTest
    @MethodSource("gates")
    void areAsLongAsAPlainSearchFindsThem(Set<String> closed) {
        int bits = GateBits.of(closed);
        var random = new Random(closed.hashCode());
        var ports = Ports.register().all();
        var mooring = new Mooring(WEB, new Sight(SharedGraph.GRAPH.land(), List.of()));
        var search = new Search(WEB);
        for (int start = 0; start < 2; start++) {
            var from = mooring.tieOrGuess(place(ports, random));
            int[] distance = plain(from, bits);
            assertThat(Flood.from(from, WEB, bits, Double.MAX_VALUE)).isEqualTo(distance);
            assertThat(within(Flood.from(from, WEB, bits, 700), 70_000))
                    .isEqualTo(within(distance.clone(), 70_000));
            for (int end = 0; end < DESTINATIONS; end++) {
                var place = place(ports, random);
                var to = mooring.tieOrGuess(place);
                if (from.isEmpty() || to.isEmpty()) {
                    continue;
                }

                var way = search.find(from, to, place, bits);

                int found = way.map(Search.Way::units).orElse(Integer.MAX_VALUE);
                assertThat(found).as("to %s", place).isEqualTo(least(distance, to));
                way.ifPresent(there ->
                        assertThat(length(there, from, to, bits)).isEqualTo(there.units()));
            }
        }
    }

    private static int[] within(int[] distance, int limit) {
        for (int node = 0; node < distance.length; node++) {
            distance[node] = distance[node] <= limit ? distance[node] : Integer.MAX_VALUE;
        }
        return distance;
    }

    /// Arc by arc, so that the nodes told are the way measured.
    private static int length(Search.Way way, Moorings from, Moorings to, int closed) {
        int length = from.units(way.nodes().getFirst()) + to.units(way.nodes().getLast());
        for (int at = 1; at < way.nodes().size(); at++) {
            length += arc(way.nodes().get(at - 1), way.nodes().get(at), closed);
        }
        return length;
    }

    private static int arc(int node, int next, int closed) {
        int least = 1_000_000_000;
        for (int arc = WEB.first.get(node); arc < WEB.first.get(node + 1); arc++) {
            if (WEB.target.get(arc) == next && WEB.openLength(arc, closed) >= 0) {
                least = Math.min(least, WEB.openLength(arc, closed));
            }
        }
        return least;
    }

    /// Of ports and of places at sea alike.
    private static Place place(List<Port> ports, Random random) {
        return random.nextInt(3) == 0
                ? WEB.place(random.nextInt(WEB.size))
                : ports.get(random.nextInt(ports.size())).place();
    }

    private static int least(int[] distance, Moorings to) {
        int least = Integer.MAX_VALUE;
        for (int tie = 0; tie < to.nodes().length; tie++) {
            if (distance[to.nodes()[tie]] != Integer.MAX_VALUE) {
                least = Math.min(least, distance[to.nodes()[tie]] + to.units()[tie]);
            }
        }
        return least;
    }

    private static int[] plain(Moorings from, int closed) {
        int[] distance = new int[WEB.size];
        Arrays.fill(distance, Integer.MAX_VALUE);
        // Distance above, node below: a long orders as its distance does.
        var queue = new PriorityQueue<Long>();
        from.forEach((node, units) -> {
            distance[node] = Math.min(distance[node], units);
            queue.add((long) distance[node] << 32 | node);
        });
        while (!queue.isEmpty()) {
            long entry = queue.remove();
            int node = (int) entry;
            if (distance[node] != entry >> 32) {
                continue;
            }
            for (int arc = WEB.first.get(node); arc < WEB.first.get(node + 1); arc++) {
                int next = WEB.target.get(arc);
                int reached = distance[node] + (WEB.length.unsigned(arc) & Web.LENGTH);
                if (reached < distance[next] && (WEB.gates(arc) & closed) == 0) {
                    distance[next] = reached;
                    queue.add((long) reached << 32 | next);
                }
            }
        }
        return distance;
    }

    /// A fortieth of those there are, half of the time; no clock needed to see it.
    @Test
    void areFoundByLookingAtFewNodes() {
        var random = new Random(20260101);
        var ports = Ports.register().all();
        int bits = GateBits.of(Gates.closed());
        var mooring = new Mooring(WEB, new Sight(SharedGraph.GRAPH.land(), List.of()));
        var search = new Search(WEB);
        var looked = new ArrayList<Integer>();
        while (looked.size() < 61) {
            Place goal = ports.get(random.nextInt(ports.size())).place();
            var from = mooring.tieOrGuess(ports.get(random.nextInt(ports.size())).place());
            var to = mooring.tieOrGuess(goal);
            if (!from.isEmpty() && !to.isEmpty()) {
                var unused = search.find(from, to, goal, bits);
                looked.add(search.settled());
            }
        }

        assertThat(looked.stream().sorted().toList().get(30)).isLessThan(WEB.size / 40);
    }

    @Test
    void straightOnesAreNeverOverStatedAndHardlyUnderStated() {
        var random = new Random(7);
        for (int pair = 0; pair < 20_000; pair++) {
            int node = random.nextInt(WEB.size);
            var place =
                    pair % 2 == 0
                            ? WEB.place(random.nextInt(WEB.size))
                            : new Place(
                                    Math.clamp(WEB.latitude(node) + random.nextGaussian(), -90, 90),
                                    WEB.longitude(node) / 1.001);

            double least = new LeastWay(WEB, place).nauticalMiles(node);

            double exact = GreatCircle.lowerBoundNauticalMiles(place, WEB.place(node));
            assertThat(least).isLessThanOrEqualTo(exact);
            if (exact < 1_500) {
                assertThat(least).isGreaterThan(exact - 0.02);
            }
        }
    }
}
