package org.fairlead.cli.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.fairlead.cli.Refusal;
import org.fairlead.cli.api.PlatformApi;
import org.fairlead.cli.platform.Platform;

/// Kafka dies under a live feed and stays away: the feed is read on, into its spool on disk, and
/// the sender is held back once that is full. Afterwards every fix sent is stored.
public final class KafkaAway {

    private static final Duration TELL_EVERY = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int BEFORE_SECONDS = 10;

    private final Running running;
    private final Platform platform;
    private final PrintStream out;

    public KafkaAway(PlatformApi api, Platform platform, PrintStream out) {
        running = new Running(api);
        this.platform = platform;
        this.out = out;
    }

    /// @param linesPerSecond what the sender would send if nothing held it back
    /// @return whether nothing was lost and nothing doubled
    public boolean run(Duration away, int linesPerSecond, int vessels) {
        long lines = linesPerSecond * (away.toSeconds() + 2 * BEFORE_SECONDS);
        try {
            var file = Files.createTempFile("fairlead-kafka-away", ".nmea");
            try {
                var from = Instant.now().minus(Duration.ofDays(9));
                var traffic =
                        Traffic.of(
                                file,
                                77,
                                vessels,
                                lines / Traffic.MARK_EVERY * Traffic.MARK_EVERY,
                                from);
                return feed(traffic, away, linesPerSecond);
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new Refusal("The feed broke: " + failure.getMessage(), failure);
        }
    }

    private boolean feed(Traffic traffic, Duration away, int linesPerSecond) throws IOException {
        String source = "kafka-away-" + System.nanoTime();
        try (var feed = new FeedSender(running, source, traffic)) {
            var sender =
                    Thread.ofPlatform().daemon().start(() -> send(feed, traffic, linesPerSecond));
            Running.pause(Duration.ofSeconds(BEFORE_SECONDS));
            Parts.kill(platform, "kafka");
            out.println("Kafka was killed");
            var back = Instant.now().plus(away);
            while (Instant.now().isBefore(back)) {
                Running.pause(TELL_EVERY);
                tell(feed, Duration.between(Instant.now(), back));
            }
            platform.start(platform.startable());
            out.println("Kafka is back");
            var unused = platform.mend();
            double seconds =
                    Running.secondsUntil(
                            "all fixes",
                            Instant.now(),
                            PATIENCE,
                            () -> running.fixesOf(source) >= traffic.positions());
            join(sender);
            Running.pause(Duration.ofSeconds(3));
            tell(feed, Duration.ZERO);
            long stored = running.fixesOf(source);
            out.printf(
                    Locale.ROOT,
                    "sent %,d, stored %,d, lost %,d, doubled %,d; caught up in %.1f s%n",
                    traffic.positions(),
                    stored,
                    Math.max(0, traffic.positions() - stored),
                    Math.max(0, stored - traffic.positions()),
                    seconds);
            return stored == traffic.positions();
        }
    }

    private void tell(FeedSender feed, Duration left) {
        var status = feed.status();
        out.printf(
                Locale.ROOT,
                "%4d s to go: %-10s accepted %,12d B, waiting %,12d of %,d B, held back %,d s%n",
                Math.max(0, left.toSeconds()),
                status.path("state").asText(),
                status.path("acceptedBytes").asLong(),
                status.path("backlogBytes").asLong(),
                status.path("spoolMaxBytes").asLong(),
                status.path("heldBackMillis").asLong() / 1_000);
    }

    private static void send(FeedSender feed, Traffic traffic, int linesPerSecond) {
        long nanos = Traffic.MARK_EVERY * 1_000_000_000L / linesPerSecond;
        long due = System.nanoTime();
        try {
            for (Traffic.Mark mark : traffic.marks()) {
                due += nanos;
                long wait = due - System.nanoTime();
                if (wait > 0) {
                    Running.pause(Duration.ofNanos(wait));
                }
                feed.sendUpTo(mark.bytes());
            }
        } catch (IOException broken) {
            throw new Refusal("The feed broke: " + broken.getMessage(), broken);
        }
    }

    private static void join(Thread sender) {
        try {
            sender.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.", interrupted);
        }
    }
}
