package org.fairlead.cli.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.fairlead.cli.Refusal;
import org.fairlead.cli.api.PlatformApi;

/// What the gateway adds to a call, and how many it passes, beside the service asked directly and
/// nginx before the same service without any login. Rounds of the ways alternate.
public final class GatewayBench {

    private static final int WARM_UP_ROUNDS = 2;
    private static final int TOO_MANY_REQUESTS = 429;

    private final PlatformApi api;
    private final PrintStream out;
    private final String path;
    private final int connections;
    private final Duration round;

    /// @param path what is asked, below the gateway
    /// @param connections that ask at the same time
    /// @param round how long one way is asked at a time
    public GatewayBench(
            PlatformApi api, PrintStream out, String path, int connections, Duration round) {
        this.api = api;
        this.out = out;
        this.path = path;
        this.connections = connections;
        this.round = round;
    }

    /// One way to the service, and what was measured on it, a round each.
    private record Way(
            String name, int port, List<Double> perSecond, List<Double> p50, List<Double> p99) {

        Way(String name, int port) {
            this(name, port, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    /// @param rounds counted rounds of each way
    public void run(int gatewayPort, int servicePort, int rounds) throws IOException {
        out.printf(
                Locale.ROOT,
                "%s, %d connections, %d rounds of %.1f s each way%n",
                path,
                connections,
                rounds,
                round.toMillis() / 1e3);
        var service = new Way("service", servicePort);
        var gateway = new Way("gateway", gatewayPort);
        var nginx = Nginx.before(servicePort);
        if (nginx.isEmpty()) {
            measure(service, gateway, List.of(service, gateway), rounds);
            out.println("nginx is not installed: no throughput beside it");
            return;
        }
        try (var running = nginx.get()) {
            var peer = new Way("nginx", running.port());
            measure(service, gateway, List.of(service, gateway, peer), rounds);
            out.printf(
                    Locale.ROOT,
                    "the gateway passes %.2f of what nginx passes%n",
                    median(gateway.perSecond) / median(peer.perSecond));
        }
    }

    private void measure(Way service, Way gateway, List<Way> ways, int rounds) throws IOException {
        mostPerSecond(ways, rounds);
        double half = median(gateway.perSecond) / 2;
        latency(ways, half, rounds);
        out.printf(
                Locale.ROOT,
                "%-10s %14s %10s %10s   (p50, p99: at %.0f calls a second, half of what the"
                        + " gateway passes; medians of the rounds)%n",
                "way",
                "answers/s",
                "p50 ms",
                "p99 ms",
                half);
        for (Way way : ways) {
            out.printf(
                    Locale.ROOT,
                    "%-10s %14.0f %10.2f %10.2f%n",
                    way.name,
                    median(way.perSecond),
                    median(way.p50),
                    median(way.p99));
        }
        out.printf(
                Locale.ROOT,
                "the gateway adds %.2f ms at p50 and %.2f ms at p99%n",
                median(gateway.p50) - median(service.p50),
                median(gateway.p99) - median(service.p99));
    }

    private void mostPerSecond(List<Way> ways, int rounds) throws IOException {
        for (int i = 0; i < WARM_UP_ROUNDS + rounds; i++) {
            for (Way way : ways) {
                long asked = ask(way.port, 0).length;
                if (i >= WARM_UP_ROUNDS) {
                    way.perSecond.add(asked / (round.toMillis() / 1e3));
                }
            }
        }
    }

    private void latency(List<Way> ways, double perSecond, int rounds) throws IOException {
        for (int i = 0; i < rounds; i++) {
            for (Way way : ways) {
                long[] nanos = ask(way.port, perSecond);
                Arrays.sort(nanos);
                way.p50.add(nanos[nanos.length / 2] / 1e6);
                way.p99.add(nanos[(int) (nanos.length * 0.99)] / 1e6);
            }
        }
    }

    /// @param perSecond calls of all connections together; 0 for as many as there can be
    /// @return nanoseconds from when each call was due to its whole answer
    private long[] ask(int port, double perSecond) throws IOException {
        String token = api.bearer();
        long end = System.nanoTime() + round.toNanos();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var asking =
                    IntStream.range(0, connections)
                            .mapToObj(n ->
                                    threads.submit(() -> askOn(port, token, perSecond, n, end)))
                            .toList();
            return asking.stream()
                    .map(GatewayBench::result)
                    .flatMapToLong(Arrays::stream)
                    .toArray();
        }
    }

    private long[] askOn(int port, String token, double perSecond, int number, long end)
            throws IOException {
        double pause = perSecond == 0 ? 0 : connections * 1e9 / perSecond;
        double due = System.nanoTime() + pause * number / connections;
        var nanos = new long[1024];
        int count = 0;
        try (var connection = new KeptConnection(port, path, token)) {
            while (System.nanoTime() < end) {
                long start = System.nanoTime();
                if (pause > 0) {
                    if (due > start) {
                        Running.pause(Duration.ofNanos((long) due - start));
                    }
                    // From when it was due: a queue that builds up is part of the time.
                    start = (long) due;
                    due += pause;
                }
                checked(connection.ask());
                if (count == nanos.length) {
                    nanos = Arrays.copyOf(nanos, 2 * count);
                }
                nanos[count++] = System.nanoTime() - start;
            }
        }
        return Arrays.copyOf(nanos, count);
    }

    private void checked(int status) {
        if (status == TOO_MANY_REQUESTS) {
            throw new Refusal(
                    "The gateway limits how often one caller may ask. Start the platform for this with"
                            + " GATEWAY_RATE_ORDINARY_BURST=1000000000 in the environment.");
        }
        if (status != 200) {
            throw new Refusal("%s answered %d.".formatted(path, status));
        }
    }

    private static long[] result(Future<long[]> asking) {
        try {
            return asking.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw new Refusal("A connection broke: " + failed.getCause(), failed);
        }
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
