package org.fairlead.bench.sea;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.port.Port;
import org.fairlead.seas.port.Ports;
import org.fairlead.seas.reach.ReachQuestion;
import org.fairlead.seas.reach.ReachableSet;
import org.fairlead.seas.reach.ServiceTimes;
import org.fairlead.seas.water.SeaDistance;
import org.fairlead.seas.water.WaterGraph;

/// `./fairlead bench sea`: distances between random ports, one-to-all, reachable sets and look-ups,
/// each beside a plain Dijkstra over the same graph in the same run.
public final class SeaBench {

    private static final int PAIRS = 200;
    private static final int BASELINE_PAIRS = 9;
    private static final int RUNS = 9;
    private static final int SILENCES = 100_000;

    private final WaterGraph graph;
    private final SeaDistance sea;
    private final PlainDijkstra plain;
    private final List<Port> ports;
    private final Random random = new Random(20260101);
    private double sink;

    private SeaBench(WaterGraph graph) {
        this.graph = graph;
        this.sea = graph.distances();
        this.plain = new PlainDijkstra(graph);
        this.ports =
                Ports.register().all().stream()
                        .filter(port -> graph.nodeNear(port.place()) >= 0)
                        .toList();
    }

    public static void main(String[] arguments) {
        var file = Path.of(arguments[0]);
        long before = System.nanoTime();
        var graph = WaterGraph.open(file);
        print("open the graph, checksum and all", since(before));
        new SeaBench(graph).run();
    }

    private void run() {
        distances();
        oneToAll();
        reachableSets();
        ranking();
        if (sink == 42) {
            System.out.println();
        }
    }

    private void distances() {
        var pairs = pairs(PAIRS);
        var graphOnly = pairs(BASELINE_PAIRS);
        times(pairs, pair -> sink += path(pair));
        double[] ours = times(pairs, pair -> sink += path(pair));
        double[] naive =
                times(
                        graphOnly,
                        pair ->
                                sink +=
                                        plain.from(
                                                        graph.nodeNear(pair.get(0).place()),
                                                        graph.nodeNear(pair.get(1).place()))[0]);
        print("sea distance, random pair of ports, p50", median(ours));
        print("sea distance, random pair of ports, p95", quantile(ours, 0.95));
        print("  baseline, plain Dijkstra without the drawn way, p50", median(naive));
    }

    private double path(List<Port> pair) {
        return sea.between(pair.get(0).place(), pair.get(1).place())
                .map(route -> route.pathNauticalMiles())
                .orElse(0.0);
    }

    private void oneToAll() {
        var from = pairs(RUNS);
        times(from, pair -> sink += field(pair));
        print("one-to-all, p50", median(times(from, pair -> sink += field(pair))));
        double[] naive =
                times(
                        from.subList(0, 5),
                        pair -> sink += plain.from(graph.nodeNear(pair.get(0).place()), -1)[0]);
        print("  baseline, plain Dijkstra, p50", median(naive));
    }

    private double field(List<Port> pair) {
        return sea.around(pair.get(0).place(), Double.MAX_VALUE)
                .rawNauticalMiles(pair.get(1).place());
    }

    private void reachableSets() {
        var rajin = new Place(42.233, 130.300);
        var dunai = new Place(42.879, 132.335);
        var since = Instant.parse("2024-01-10T00:00:00Z");
        var three = new ReachQuestion(rajin, since, dunai, since.plus(Duration.ofDays(3)), 12);
        var ten =
                new ReachQuestion(
                        rajin, since, new Place(30.15, 122.2), since.plus(Duration.ofDays(10)), 12);
        var runs = new ArrayList<>(pairs(60));
        times(runs, pair -> sink += ReachableSet.of(sea, three).question().hours());
        print(
                "reachable set Rajin-Dunai in 3 days at 12 kn, search, p50",
                median(
                        times(
                                runs,
                                pair -> sink += ReachableSet.of(sea, three).question().hours())));
        print(
                "  with its cells, p50",
                median(times(runs, pair -> sink += ReachableSet.of(sea, three).cells().size())));
        var times = new ServiceTimes(1, 12, 36);
        print(
                "  with its ports, p50",
                median(
                        times(
                                runs,
                                pair ->
                                        sink +=
                                                ReachableSet.of(sea, three)
                                                        .ports(ports, times)
                                                        .size())));
        print(
                "reachable set Rajin-Zhoushan in 10 days at 12 kn, search, p50",
                median(
                        times(
                                runs.subList(0, 15),
                                pair -> sink += ReachableSet.of(sea, ten).question().hours())));
        double[] naive =
                times(
                        runs.subList(0, 5),
                        pair ->
                                sink +=
                                        plain.from(graph.nodeNear(rajin), -1)[0]
                                                + plain.from(graph.nodeNear(dunai), -1)[0]);
        print("  baseline, two plain Dijkstras, p50", median(naive));
    }

    /// Ends of silences are places at sea: spread around ports.
    private void ranking() {
        var field = sea.around(new Place(42.233, 130.300), Double.MAX_VALUE);
        var ends = new ArrayList<Place>();
        while (ends.size() < 2 * SILENCES) {
            Place port = ports.get(random.nextInt(ports.size())).place();
            ends.add(
                    new Place(
                            Math.clamp(port.latitudeDegrees() + random.nextGaussian(), -80, 80),
                            Math.IEEEremainder(
                                    port.longitudeDegrees() + random.nextGaussian(), 360)));
        }
        for (int run = 0; run < 2; run++) {
            long before = System.nanoTime();
            for (Place end : ends) {
                sink += field.quickLowerBoundNauticalMiles(end);
            }
            if (run == 1) {
                print("100,000 silences against one sighting, 200,000 look-ups", since(before));
            }
        }
        long before = System.nanoTime();
        for (Place end : ends) {
            sink += GreatCircle.lowerBoundNauticalMiles(field.from(), end);
        }
        print("  baseline, great circles only", since(before));
    }

    private List<List<Port>> pairs(int count) {
        var pairs = new ArrayList<List<Port>>();
        for (int pair = 0; pair < count; pair++) {
            pairs.add(
                    List.of(
                            ports.get(random.nextInt(ports.size())),
                            ports.get(random.nextInt(ports.size()))));
        }
        return pairs;
    }

    private interface Task {
        void run(List<Port> pair);
    }

    private static double[] times(List<List<Port>> pairs, Task task) {
        double[] times = new double[pairs.size()];
        for (int pair = 0; pair < times.length; pair++) {
            long before = System.nanoTime();
            task.run(pairs.get(pair));
            times[pair] = since(before);
        }
        Arrays.sort(times);
        return times;
    }

    private static double since(long before) {
        return (System.nanoTime() - before) / 1e6;
    }

    private static double median(double[] sorted) {
        return quantile(sorted, 0.5);
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) (share * (sorted.length - 1))];
    }

    private static void print(String what, double milliseconds) {
        System.out.printf(Locale.ROOT, "%-64s %9.1f ms%n", what, milliseconds);
    }
}
