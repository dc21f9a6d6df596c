package org.fairlead.cli.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.fairlead.cli.Refusal;
import org.fairlead.cli.api.PlatformApi;
import org.fairlead.cli.platform.Platform;

/// Ingests while parts are killed in turn, and counts: fixes stored must be fixes sent, in total
/// and for single ships. The moment of each kill comes from the seed. One round uploads a file, the
/// next is a live feed, so that each part dies under both.
public final class KillRounds {

    private static final List<String> VICTIMS = List.of("ais", "kafka", "postgresql");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration SETTLES = Duration.ofSeconds(2);
    private static final int VESSELS = 400;
    private static final int ASKED_VESSELS = 12;
    private static final int LATEST_KILL_MILLIS = 2_500;

    /// So that the kill falls into the middle of what is sent.
    private static final int FEED_RATE = 30_000;

    private final Running running;
    private final Platform platform;
    private final PrintStream out;

    public KillRounds(PlatformApi api, Platform platform, PrintStream out) {
        running = new Running(api);
        this.platform = platform;
        this.out = out;
    }

    /// @param lines of each round
    /// @return whether nothing was lost and nothing doubled in any round
    public boolean run(int rounds, long seed, long lines) {
        out.printf(
                "%-6s %-6s %-11s %8s %10s %10s %8s %8s %10s%n",
                "round",
                "by",
                "killed",
                "after ms",
                "sent",
                "stored",
                "lost",
                "doubled",
                "complete s");
        long lost = 0;
        long doubled = 0;
        for (int round = 0; round < rounds; round++) {
            var outcome = round(round, seed, lines);
            lost += outcome.lost();
            doubled += outcome.doubled();
        }
        out.printf("%d rounds: lost %d, doubled %d%n", rounds, lost, doubled);
        return lost == 0 && doubled == 0;
    }

    private record Outcome(long lost, long doubled) {}

    private Outcome round(int round, long seed, long lines) {
        var random = new Random(seed * 1_000 + round);
        String victim = VICTIMS.get(round % VICTIMS.size());
        int after = 50 + random.nextInt(LATEST_KILL_MILLIS);
        boolean isFeed = round % 2 == 1;
        String source = "kills-%d-%d-%d".formatted(seed, round, System.nanoTime());
        Path file = null;
        try {
            file = Files.createTempFile("fairlead-kills", ".nmea");
            // Days of its own, so that no round's positions are another's.
            var from = Instant.now().minus(Duration.ofDays(20 + 4L * round));
            var traffic = Traffic.of(file, seed + round, VESSELS, lines, from);
            var start = Instant.now();
            if (isFeed) {
                feed(traffic, source, after, victim);
            } else {
                upload(traffic, source, after, victim, start);
            }
            double seconds =
                    Running.secondsUntil(
                            "all fixes of round " + round,
                            start,
                            PATIENCE,
                            () -> running.fixesOf(source) >= traffic.positions());
            // Anything doubled would show a little later.
            Running.pause(SETTLES);
            long stored = running.fixesOf(source);
            long lost = Math.max(0, traffic.positions() - stored);
            long doubled = Math.max(0, stored - traffic.positions());
            out.printf(
                    "%-6d %-6s %-11s %8d %10d %10d %8d %8d %10.1f%n",
                    round + 1,
                    isFeed ? "feed" : "file",
                    victim,
                    after,
                    traffic.positions(),
                    stored,
                    lost,
                    doubled,
                    seconds);
            var wrong = new Tracks(running.api()).differing(traffic, from, random, ASKED_VESSELS);
            wrong.forEach(out::println);
            return new Outcome(lost + wrong.size(), doubled);
        } catch (IOException failure) {
            throw new Refusal("The traffic could not be written.", failure);
        } finally {
            remove(file);
        }
    }

    private void upload(Traffic traffic, String source, int after, String victim, Instant start) {
        String job = running.upload(traffic, source);
        Running.pause(Duration.ofMillis(after));
        kill(victim);
        Running.secondsUntil("job " + job, start, PATIENCE, () -> running.isDone(job));
    }

    private void feed(Traffic traffic, String source, int after, String victim) throws IOException {
        try (var feed = new ReplayingFeed(running, source, traffic)) {
            var killer =
                    Thread.ofPlatform()
                            .daemon()
                            .start(() -> {
                                Running.pause(Duration.ofMillis(after));
                                kill(victim);
                            });
            feed.send(FEED_RATE);
            join(killer);
        }
    }

    private void kill(String victim) {
        Parts.kill(platform, victim);
        platform.start(platform.startable());
        var unused = platform.mend();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.", interrupted);
        }
    }

    private static void remove(@org.jspecify.annotations.Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
