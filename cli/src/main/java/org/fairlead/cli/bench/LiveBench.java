package org.fairlead.cli.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.fairlead.cli.Refusal;

/// What a live feed over TCP carries when it is sent as fast as it is taken, and how long a line
/// takes to be seen when it is sent at the rate of the world.
final class LiveBench {

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration ASK_EVERY = Duration.ofMillis(100);

    private final Running running;
    private final PrintStream out;

    LiveBench(Running running, PrintStream out) {
        this.running = running;
        this.out = out;
    }

    /// One feed: a first part as fast as it is taken, the rest at the rate of the world.
    ///
    /// @param source by which the vessels are known: to another, who they are would be news
    /// @param sustainedLines length of the first part, a multiple of [Traffic#MARK_EVERY]
    void run(String source, Traffic traffic, long sustainedLines, IngestBench.Rows rows)
            throws IOException {
        long there = running.fixesOf(source);
        LongSupplier visible = () -> running.fixesOf(source) - there;
        int first = (int) (sustainedLines / Traffic.MARK_EVERY);
        try (var feed = new FeedSender(running, source, traffic)) {
            sustained(feed, visible, traffic.marks().get(first - 1), sustainedLines, rows);
            Running.pause(Duration.ofSeconds(10));
            latency(feed, visible, traffic, first, rows);
        }
    }

    private void sustained(
            FeedSender feed,
            LongSupplier visible,
            Traffic.Mark end,
            long lines,
            IngestBench.Rows rows)
            throws IOException {
        var start = Instant.now();
        feed.sendUpTo(end.bytes());
        double taken = Duration.between(start, Instant.now()).toMillis() / 1e3;
        double seen =
                Running.secondsUntil(
                        end.positions() + " fixes",
                        start,
                        PATIENCE,
                        () -> visible.getAsLong() >= end.positions());
        out.printf(
                Locale.ROOT,
                "live  %,d lines: taken %,.0f/s, visible %,.0f/s%n",
                lines,
                lines / taken,
                lines / seen);
        rows.add(
                "sustained, live feed, lines/s",
                "100,000",
                "300,000",
                String.format(Locale.ROOT, "%,.0f", lines / seen),
                "from the first byte to all visible");
    }

    /// Latency by count: a thousand lines are visible when as many fixes of the source are as had
    /// been sent with the last of them.
    private void latency(
            FeedSender feed,
            LongSupplier visible,
            Traffic traffic,
            int first,
            IngestBench.Rows rows) {
        var marks = traffic.marks().subList(first, traffic.marks().size());
        long[] sentAt = new long[marks.size()];
        long[] seenAt = new long[marks.size()];
        var sender = Thread.ofVirtual().start(() -> send(feed, marks, sentAt));
        int seen = 0;
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (seen < marks.size()) {
            long fixes = visible.getAsLong();
            long now = System.nanoTime();
            while (seen < marks.size() && marks.get(seen).positions() <= fixes) {
                seenAt[seen++] = now;
            }
            if (now > until) {
                throw new Refusal("Not all fixes of the feed became visible.");
            }
            Running.pause(ASK_EVERY);
        }
        join(sender);
        double[] seconds = new double[marks.size()];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = (seenAt[i] - sentAt[i]) / 1e9;
        }
        Arrays.sort(seconds);
        rows.add(
                "receipt to visible, p99, 20,000/s",
                "5 s",
                "2 s",
                String.format(Locale.ROOT, "%.2f s", seconds[(int) (seconds.length * 0.99)]),
                String.format(Locale.ROOT, "p50 %.2f s", seconds[seconds.length / 2]));
    }

    private static void send(FeedSender feed, List<Traffic.Mark> marks, long[] sentAt) {
        long nanos = Traffic.MARK_EVERY * 1_000_000_000L / IngestBench.WORLD;
        long due = System.nanoTime();
        try {
            for (int i = 0; i < sentAt.length; i++) {
                due += nanos;
                long wait = due - System.nanoTime();
                if (wait > 0) {
                    Running.pause(Duration.ofNanos(wait));
                }
                // When it was due: a sender that is held back must not make the figure better.
                sentAt[i] = due;
                feed.sendUpTo(marks.get(i).bytes());
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
