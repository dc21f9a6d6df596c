package org.fairlead.cli.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.commons.io.file.PathUtils;
import org.fairlead.bench.world.WorldSettings;
import org.fairlead.cli.Refusal;
import org.fairlead.cli.api.PlatformApi;
import org.fairlead.cli.platform.Platform;

/// Rates, latency, cost and memory of ingest from the first byte to fixes that can be asked for,
/// with the whole platform and this measurement on one machine.
public final class IngestBench {

    /// Lines a second world-wide, rounded up (MarineTraffic: 19,000).
    static final int WORLD = 20_000;

    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final Duration IDLE_FOR = Duration.ofSeconds(5);
    private static final int IDLE_TIMES = 3;

    /// Longer than anything waits for more to come: `ais.track.merge-when-quiet-for` and
    /// `ais.derivation.idle-after`.
    private static final Duration RELEASED_AFTER = Duration.ofSeconds(22);

    /// Of a processor, more than idle: what an idle platform takes alone lies near any fixed limit
    /// when it knows many ships.
    private static final double SETTLED_SECONDS = 0.25;

    /// Work is handed on through Kafka, and a part may wait for a second before it goes on.
    private static final int QUIET_SECONDS = 5;

    /// What is left after that would be counted to the next lines.
    private static final int SETTLED_WITHIN_SECONDS = 240;

    private static final int LIVE_VESSELS = 20_000;
    private static final int WARM_UP_LINES = 200_000;
    private static final int PUBLISHED_RATE = 1_667;

    private final Running running;
    private final Platform platform;
    private final PrintStream out;
    private final List<String> table = new ArrayList<>();
    private Map<String, Duration> idle = Map.of();
    private int runs;

    /// Ships there have been: one that comes again under another MMSI is a lead, which is not what
    /// is measured.
    private int ships;

    public IngestBench(PlatformApi api, Platform platform, PrintStream out) {
        running = new Running(api);
        this.platform = platform;
        this.out = out;
    }

    /// @param lines of each measured run
    /// @param vessels numbers of live vessels to compare
    /// @param rounds how often each of them is measured, in turn
    /// @param latencySeconds how long lines are fed at the rate of the world
    public void run(long lines, List<Integer> vessels, int rounds, int latencySeconds) {
        try {
            var directory = Files.createTempDirectory("fairlead-bench-ingest");
            try {
                measure(directory, lines, vessels, rounds, latencySeconds);
            } finally {
                PathUtils.deleteDirectory(directory);
            }
        } catch (IOException failure) {
            throw new Refusal("The traffic could not be written.", failure);
        }
        print();
    }

    private void measure(
            Path directory, long lines, List<Integer> vessels, int rounds, int latencySeconds)
            throws IOException {
        settle();
        idle = idle();
        // The compilers are still at work in these, and in many ships they find other work than in
        // few.
        warmUp(directory, WARM_UP_LINES, 1_000);
        warmUp(directory, WARM_UP_LINES, 1_000);
        warmUp(directory, lines, LIVE_VESSELS);
        var whole = Costs.of(platform);
        settle();
        idle = idle();
        var fleets = new ArrayList<Fleet>();
        for (int many : vessels) {
            fleets.add(introduce(directory, lines, many, rounds));
        }
        for (int round = 0; round < rounds; round++) {
            for (Fleet fleet : fleets) {
                var traffic = fleet.then.get(round);
                fleet.known.add(bulk("known", traffic, fleet.vessels, fleet.source, true));
                Files.delete(traffic.file());
            }
        }
        bulkRows(fleets);
        if (latencySeconds > 0) {
            live(directory, lines, latencySeconds);
        }
        memory(whole);
    }

    /// Vessels of one source, because who says the same by another is heard for the first time by
    /// that one; and what was measured of them.
    private record Fleet(
            int vessels, String source, List<Traffic> then, Bulk introduction, List<Bulk> known) {

        double median(ToDoubleFunction<Bulk> of) {
            double[] sorted = known.stream().mapToDouble(of).sorted().toArray();
            int middle = sorted.length / 2;
            return sorted.length % 2 == 1
                    ? sorted[middle]
                    : (sorted[middle - 1] + sorted[middle]) / 2;
        }
    }

    private Fleet introduce(Path directory, long lines, int vessels, int files) throws IOException {
        String source = source();
        var traffic = traffic(directory, lines, vessels, files);
        var introduction = bulk("first", traffic.introduction(), vessels, source, true);
        return new Fleet(vessels, source, traffic.then(), introduction, new ArrayList<>());
    }

    private void warmUp(Path directory, long lines, int vessels) throws IOException {
        var fleet = introduce(directory, lines, vessels, 1);
        bulk("known", fleet.then.getFirst(), vessels, fleet.source, true);
    }

    private void bulkRows(List<Fleet> fleets) {
        double best =
                fleets.stream()
                        .mapToDouble(fleet -> fleet.median(Bulk::linesPerSecond))
                        .max()
                        .orElseThrow();
        row(
                "bulk, lines/s to visible",
                "200,000",
                "600,000",
                "%,.0f".formatted(best),
                "DMA AisStore %,d: %.0f x".formatted(PUBLISHED_RATE, best / PUBLISHED_RATE));
        var least = fleets.getFirst();
        for (Fleet fleet : fleets) {
            row(
                    "cost per line, %,d known vessels".formatted(fleet.vessels),
                    "1.3 x",
                    "1.0 x",
                    "%.2f x"
                            .formatted(
                                    fleet.median(Bulk::microsPerLine)
                                            / least.median(Bulk::microsPerLine)),
                    "median of "
                            + fleet.known.stream()
                                    .map(one -> "%.1f".formatted(one.microsPerLine()))
                                    .collect(Collectors.joining(", "))
                            + " µs of all processors");
        }
        for (Fleet fleet : fleets) {
            var first = fleet.introduction;
            row(
                    "first sighting of %,d vessels".formatted(fleet.vessels),
                    "-",
                    "-",
                    "%,.0f µs".formatted(first.microsPerLine() * first.lines() / fleet.vessels),
                    "a vessel; %,.0f vessels/s to visible"
                            .formatted(first.linesPerSecond() * fleet.vessels / first.lines()));
        }
    }

    /// What cannot be measured says so in its row, and the others stand.
    private void live(Path directory, long lines, int latencySeconds) throws IOException {
        long sustained = Math.max(1, lines / Traffic.MARK_EVERY) * Traffic.MARK_EVERY;
        long all = sustained + (long) WORLD * latencySeconds;
        try {
            var traffic = traffic(directory, all, LIVE_VESSELS, 1);
            String source = source();
            bulk("first", traffic.introduction(), LIVE_VESSELS, source, false);
            new LiveBench(running, out)
                    .run(source, traffic.then().getFirst(), sustained, this::row);
        } catch (Refusal refusal) {
            row("live feed", "", "", "not measured", refusal.sentence());
        }
    }

    private record Bulk(long lines, double linesPerSecond, double microsPerLine) {}

    private static String source() {
        return "bench-ingest-" + System.nanoTime();
    }

    private Bulk bulk(
            String what, Traffic traffic, int vessels, String source, boolean isSynthetic) {
        long there = running.fixesOf(source);
        var before = Costs.of(platform);
        var start = Instant.now();
        String job = running.upload(traffic, source, isSynthetic);
        double done = Running.secondsUntil("the job", start, PATIENCE, () -> running.isDone(job));
        double visible =
                Running.secondsUntil(
                        traffic.positions() + " fixes",
                        start,
                        PATIENCE,
                        () -> running.fixesOf(source) >= there + traffic.positions());
        settle();
        var spent = spent(before, start);
        double micros = Costs.seconds(spent) * 1e6 / traffic.lines();
        out.printf(
                Locale.ROOT,
                "%s %,9d vessels %,10d lines: job %,8.0f/s, visible %,8.0f/s; processor %.1f µs: %s%n",
                what,
                vessels,
                traffic.lines(),
                traffic.lines() / done,
                traffic.lines() / visible,
                micros,
                words(spent, traffic.lines()));
        return new Bulk(traffic.lines(), traffic.lines() / visible, micros);
    }

    /// What the parts spend in a second when nothing comes in.
    private Map<String, Duration> idle() {
        var least = new TreeMap<String, Duration>();
        for (int i = 0; i < IDLE_TIMES; i++) {
            var before = Costs.of(platform);
            Running.pause(IDLE_FOR);
            Costs.of(platform)
                    .since(before)
                    .forEach((part, time) ->
                            least.merge(
                                    part,
                                    time.dividedBy(IDLE_FOR.toSeconds()),
                                    (a, b) -> a.compareTo(b) < 0 ? a : b));
        }
        return least;
    }

    /// Without what they would have spent idle.
    private Map<String, Duration> spent(Costs before, Instant start) {
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1e3;
        var spent = new TreeMap<String, Duration>();
        Costs.of(platform)
                .since(before)
                .forEach((part, time) -> {
                    var rest =
                            time.minusNanos(
                                    (long)
                                            (idle.getOrDefault(part, Duration.ZERO).toNanos()
                                                    * seconds));
                    spent.put(part, rest.isNegative() ? Duration.ZERO : rest);
                });
        return spent;
    }

    /// Derivation and merging go on after fixes are visible, and their cost belongs to the lines
    /// too.
    private void settle() {
        Running.pause(RELEASED_AFTER);
        double quiet = Costs.seconds(idle) + SETTLED_SECONDS;
        var parts = platform.status();
        double before = Costs.seconds(Costs.of(parts).processor());
        int quietSeconds = 0;
        for (int i = 0; i < SETTLED_WITHIN_SECONDS && quietSeconds < QUIET_SECONDS; i++) {
            Running.pause(Duration.ofSeconds(1));
            double now = Costs.seconds(Costs.of(parts).processor());
            quietSeconds = now - before < quiet ? quietSeconds + 1 : 0;
            before = now;
        }
    }

    static String words(Map<String, Duration> spent, long lines) {
        var words = new StringBuilder();
        spent.forEach((part, time) -> {
            double micros = time.toNanos() / 1e3 / lines;
            if (micros >= 0.05) {
                words.append(words.isEmpty() ? "" : ", ")
                        .append(String.format(Locale.ROOT, "%s %.1f µs", part, micros));
            }
        });
        return words.toString();
    }

    private Traffic.Introduced traffic(Path directory, long lines, int vessels, int files)
            throws IOException {
        if (ships + vessels > WorldSettings.MOST_VESSELS) {
            out.println("The world has no more ships: some come again under another MMSI.");
            ships = 0;
        }
        runs++;
        var from = Instant.now().minus(Duration.ofDays(10 + 12L * runs));
        var world = Traffic.quiet(runs, vessels, from).withShipsFrom(ships);
        ships += vessels;
        return Traffic.introduced(
                Files.createDirectory(directory.resolve("fleet-" + runs)), world, lines, files);
    }

    private void memory(Costs before) {
        var now = Costs.of(platform);
        row(
                "memory of ais, heap limit 3,072 MB",
                "-",
                "-",
                "%,d MB".formatted(now.memoryMegabytes("ais")),
                "%,d MB before".formatted(before.memoryMegabytes("ais")));
        row(
                "memory of everything",
                "-",
                "-",
                "%,d MB".formatted(now.memoryMegabytes()),
                "%,d MB before".formatted(before.memoryMegabytes()));
    }

    interface Rows {
        void add(String what, String must, String stretch, String measured, String beside);
    }

    private void row(String what, String must, String stretch, String measured, String beside) {
        table.add(
                String.format(
                        Locale.ROOT,
                        "%-36s %10s %10s %12s   %s",
                        what,
                        must,
                        stretch,
                        measured,
                        beside));
    }

    private void print() {
        out.printf(
                "%n%-36s %10s %10s %12s   %s%n", "goal", "must", "stretch", "measured", "beside");
        table.forEach(out::println);
    }
}
