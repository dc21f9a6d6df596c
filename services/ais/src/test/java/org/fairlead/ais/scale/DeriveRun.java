package org.fairlead.ais.scale;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.fairlead.bench.world.Shares;
import org.fairlead.bench.world.WorldSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fixes a second through the whole derivation with a real broker, bytes of state a ship, and one
/// instance against two: of which one is killed, with and without a standby, and of which one joins
/// and leaves under load. `./fairlead bench derive`. Not part of a build's tests, for its length.
class DeriveRun {

    private static final int VESSELS = Integer.getInteger("derive.vessels", 3_000);
    private static final int HOURS = Integer.getInteger("derive.hours", 24);
    private static final int PARTITIONS = 4;
    private static final Instant BEGIN = Instant.parse("2024-03-01T00:00:00Z");

    /// How much of the world's time is in a frame that is not full: reports are that far apart, so
    /// that a ship is hardly ever twice in a frame, as on a feed.
    private static final Duration FLUSH = Duration.ofSeconds(Long.getLong("derive.flush", 60));

    private static final List<String> SCENARIOS =
            Arrays.asList(
                    System.getProperty("derive.scenarios", "one,threads,killed,cold,joined")
                            .split(","));

    private static final List<String> OPTIONS =
            Arrays.stream(System.getProperty("derive.jvm", "").split(" "))
                    .filter(option -> !option.isEmpty())
                    .toList();

    @Test
    void measuresAndCompares(@TempDir Path directory) throws Exception {
        var settings =
                WorldSettings.of(11, VESSELS, BEGIN, Duration.ofHours(HOURS)).with(Shares.EVENTFUL);
        var world = Recorded.world(settings, PARTITIONS, FLUSH, fix -> {});
        print(
                "%,d fixes of %,d ships in %,d frames, %d partitions; load %s",
                world.fixes(), VESSELS, world.records(), PARTITIONS, load());
        var alone = alone(world, directory);
        if (SCENARIOS.contains("threads")) {
            compare("one instance, two threads", alone, threads(world, directory));
        }
        if (SCENARIOS.contains("killed")) {
            compare("two instances, one killed", alone, killed(world, directory, 1));
        }
        if (SCENARIOS.contains("cold")) {
            compare("two instances, one killed, no standby", alone, killed(world, directory, 0));
        }
        if (SCENARIOS.contains("joined")) {
            compare("a second one joins and leaves", alone, joined(world, directory));
        }
    }

    private static Map<String, JsonNode> alone(Recorded world, Path directory) throws Exception {
        try (var run = new Scenario(11, "derive-alone", world, directory)) {
            run.spawn(0, 1, OPTIONS);
            run.until(1);
            print("one instance, one thread: %s; load %s", run.pace(), load());
            var holding = run.finished();
            state(run, VESSELS);
            print("activities that hold: %s", kinds(holding));
            return holding;
        }
    }

    private static Map<String, JsonNode> threads(Recorded world, Path directory) throws Exception {
        try (var run = new Scenario(12, "derive-threads", world, directory)) {
            run.spawn(0, 2, OPTIONS);
            run.until(1);
            print("one instance, two threads: %s; load %s", run.pace(), load());
            return run.finished();
        }
    }

    private static Map<String, JsonNode> killed(Recorded world, Path directory, int standbys)
            throws Exception {
        try (var run = new Scenario(13 + standbys, "derive-killed-" + standbys, world, directory)) {
            var first = run.spawn(standbys, 1, OPTIONS);
            run.spawn(standbys, 1, OPTIONS);
            run.until(0.3);
            var before = run.look().committed();
            var shares = run.observed().shares();
            first.destroyForcibly().waitFor();
            double seconds = run.secondsUntilAllMove(before);
            print(
                    "kill -9 of one of two, %d standby: every partition goes on after %.1f s (10 s of"
                            + " it until she is missed); shares before %s, after %s; load %s",
                    standbys, seconds, shares.values(), run.observed().shares().values(), load());
            return run.finished();
        }
    }

    private static Map<String, JsonNode> joined(Recorded world, Path directory) throws Exception {
        try (var run = new Scenario(15, "derive-joined", world, directory)) {
            run.spawn(1, 1, OPTIONS);
            run.until(0.25);
            int from = run.looks() - 1;
            long began = System.nanoTime();
            var second = run.spawn(1, 1, OPTIONS);
            while (run.observed().shares().values().stream().filter(n -> n > 0).count() < 2
                    && run.look().fixes() < 0.6 * world.fixes()) {
                Thread.sleep(100);
            }
            double shared = (System.nanoTime() - began) / 1e9;
            run.until(0.6);
            print(
                    "a second instance joins under load: shares %s after %.1f s, no partition stood"
                            + " still for longer than %.1f s; load %s",
                    run.observed().shares().values(),
                    shared,
                    run.longestPauseSeconds(from),
                    load());
            from = run.looks() - 1;
            var before = run.look().committed();
            second.destroy();
            double seconds = run.secondsUntilAllMove(before);
            print(
                    "it leaves: every partition goes on after %.1f s, none stood still for longer than"
                            + " %.1f s",
                    seconds, run.longestPauseSeconds(from));
            return run.finished();
        }
    }

    private static void state(Scenario run, int ships) throws Exception {
        long all = 0;
        for (var entry : run.observed().state().entrySet()) {
            long keys = entry.getValue()[0];
            long bytes = entry.getValue()[1];
            all += bytes;
            print(
                    "state %s: %,d keys, %,d bytes each, %,d bytes a ship",
                    entry.getKey(), keys, bytes / Math.max(1, keys), bytes / ships);
        }
        print("state in all: %,d bytes a ship", all / ships);
    }

    /// Event by event: the same ids, and of each the same state, class, times, places, details,
    /// parameters and fixes.
    private static void compare(
            String name, Map<String, JsonNode> alone, Map<String, JsonNode> together) {
        var ids = new HashSet<>(alone.keySet());
        ids.addAll(together.keySet());
        int missing = 0;
        int differing = 0;
        for (String id : ids) {
            var one = alone.get(id);
            var other = together.get(id);
            if (one == null || other == null) {
                missing++;
                print("only %s: %s", one == null ? name : "alone", String.valueOf(one) + other);
            } else if (!one.equals(other)) {
                differing++;
                print("differs: %s", differences(one, other));
            }
        }
        print(
                "%s: %,d activities against %,d of one instance, %d missing, %d differ",
                name, together.size(), alone.size(), missing, differing);
        assertThat(missing + differing).isZero();
    }

    private static String differences(JsonNode one, JsonNode other) {
        var found = new StringBuilder(requireNonNull(one.get("id")).asText());
        one.fieldNames()
                .forEachRemaining(field -> {
                    if (!one.get(field).equals(other.get(field))) {
                        found.append(' ')
                                .append(field)
                                .append(": ")
                                .append(one.get(field))
                                .append(" / ")
                                .append(other.get(field));
                    }
                });
        return found.toString();
    }

    private static Map<String, Integer> kinds(Map<String, JsonNode> holding) {
        var kinds = new TreeMap<String, Integer>();
        holding.values()
                .forEach(one ->
                        kinds.merge(
                                one.path("details").path("kind").asText("silence"),
                                1,
                                Integer::sum));
        return kinds;
    }

    private static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    }

    private static void print(String format, Object... values) {
        System.out.println("= " + String.format(Locale.ROOT, format, values));
    }
}
