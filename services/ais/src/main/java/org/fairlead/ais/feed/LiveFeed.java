package org.fairlead.ais.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.fairlead.ais.ingest.Summary;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// One feed while this instance owns it: its sockets, its journal, and the run that passes it on.
final class LiveFeed implements Connection.Listener {

    private static final Logger LOG = Logger.getLogger(LiveFeed.class);
    private static final long ROOM_EVERY_MILLIS = 50;
    private static final double SMOOTHING = 0.3;

    private final Feed feed;
    private final FeedConfig config;
    private final Clock clock;
    private final Journal journal;
    private final FeedRun run;
    private final Connection connection;
    private final Thread passing;
    private @Nullable Thread reading;

    private final AtomicLong acceptedBytes = new AtomicLong();
    private final AtomicLong droppedDatagrams = new AtomicLong();
    private final AtomicLong droppedBytes = new AtomicLong();
    private final AtomicLong heldBackMillis = new AtomicLong();
    private final AtomicLong reconnects = new AtomicLong();
    private volatile String state = "stopped";
    private volatile String detail = "Not begun yet.";
    private volatile int connections;
    private volatile boolean isHeldBack;
    private volatile boolean isStopping;
    private volatile @Nullable Instant lastReceivedAt;
    private volatile @Nullable Instant nextAttemptAt;
    private volatile long droppedAt = Long.MIN_VALUE;

    private Rates rates = new Rates(0, 0, 0, 0);
    private Summary toldSummary = Summary.NONE;
    private long toldBytes;
    private long toldAt;

    private record Rates(double lines, double bytes, double fixes, double rejects) {}

    LiveFeed(Feed feed, Path directory, FeedRun.Services services, Clock clock) throws IOException {
        this.feed = feed;
        this.config = services.config();
        this.clock = clock;
        journal =
                new Journal(
                        directory,
                        config.spoolMaxBytes(),
                        config.recordingBytes(),
                        config.recordingFor().toMillis(),
                        // Seconds: a lease lasts longer, so no two holders begin with the same.
                        clock.instant().getEpochSecond());
        Files.write(directory.resolve("feed.json"), services.json().writeValueAsBytes(feed));
        run = new FeedRun(feed, journal, services);
        connection = new Connection(feed, config, this);
        passing = Thread.ofPlatform().daemon().name("feed-run-" + feed.name()).unstarted(run);
        toldAt = clock.millis();
    }

    Feed feed() {
        return feed;
    }

    void start() {
        passing.start();
        reading =
                Thread.ofPlatform()
                        .daemon()
                        .name("feed-read-" + feed.name())
                        .start(connection::run);
    }

    /// Passes on what is there, reads nothing any more.
    void startDraining() throws IOException {
        state = "stopped";
        detail = "The feed was deleted; what it accepted is being passed on.";
        run.stopWhenEmpty();
        passing.start();
    }

    boolean isDone() {
        return !passing.isAlive();
    }

    long journalBytes() {
        return journal.bytes();
    }

    void stopReading() throws IOException, InterruptedException {
        isStopping = true;
        connection.close();
        if (reading != null) {
            reading.interrupt();
            reading.join(2_000);
        }
        state = "stopped";
        detail = "Stopped; what was accepted is being passed on.";
        run.stopWhenEmpty();
    }

    void stop() throws InterruptedException, IOException {
        isStopping = true;
        connection.close();
        run.stop();
        passing.interrupt();
        if (reading != null) {
            reading.interrupt();
            reading.join(2_000);
        }
        passing.join(5_000);
        journal.close();
    }

    @Override
    public void lines(int number, byte[] bytes, int length)
            throws IOException, InterruptedException {
        long now = clock.millis();
        lastReceivedAt = Instant.ofEpochMilli(now);
        nextAttemptAt = null;
        long waitedSince = now;
        while (!journal.append(now, number, bytes, 0, length)) {
            if (isStopping) {
                throw new InterruptedException();
            }
            isHeldBack = true;
            Thread.sleep(ROOM_EVERY_MILLIS);
            long later = clock.millis();
            heldBackMillis.addAndGet(later - waitedSince);
            waitedSince = later;
        }
        isHeldBack = false;
        acceptedBytes.addAndGet(length);
    }

    @Override
    public void datagram(int number, byte[] bytes, int length) throws IOException {
        long now = clock.millis();
        lastReceivedAt = Instant.ofEpochMilli(now);
        if (journal.append(now, number, bytes, 0, length)) {
            acceptedBytes.addAndGet(length);
        } else {
            droppedDatagrams.incrementAndGet();
            droppedBytes.addAndGet(length);
            droppedAt = now;
        }
    }

    @Override
    public void state(String newState, String newDetail) {
        state = newState;
        detail = newDetail;
        nextAttemptAt = null;
        LOG.infof("feed name=%s state=%s", feed.name(), newState);
    }

    @Override
    public void waiting(long millis, String why) {
        state = "waiting";
        detail = why;
        nextAttemptAt = Instant.ofEpochMilli(clock.millis() + millis);
        LOG.warnf("feed name=%s state=waiting millis=%d cause=%s", feed.name(), millis, why);
    }

    @Override
    public void connections(int open) {
        connections = open;
    }

    @Override
    public void ended() {
        reconnects.incrementAndGet();
    }

    /// Once a second or so.
    void tick() {
        try {
            journal.tick(clock.millis());
        } catch (IOException full) {
            detail = "The journal cannot be written: " + full.getMessage();
        }
    }

    FeedStatus status() {
        long now = clock.millis();
        var summary = run.summary();
        measure(summary, now);
        boolean isDropping = droppedAt != Long.MIN_VALUE && now - droppedAt < 10_000;
        String shown = isHeldBack || isDropping ? "held-back" : state;
        String why =
                isHeldBack
                        ? "The spool is full; the sender is held back until it empties."
                        : isDropping ? "The spool is full; datagrams are dropped." : detail;
        return new FeedStatus(
                shown,
                why,
                Instant.ofEpochMilli(now),
                lastReceivedAt,
                run.newest(),
                rates.lines(),
                rates.bytes(),
                rates.fixes(),
                rates.rejects(),
                acceptedBytes.get(),
                journal.bytes(),
                config.spoolMaxBytes(),
                heldBackMillis.get(),
                droppedDatagrams.get(),
                droppedBytes.get(),
                reconnects.get(),
                connections,
                nextAttemptAt,
                summary);
    }

    private void measure(Summary summary, long now) {
        double seconds = Math.max(0.1, (now - toldAt) / 1000.0);
        var before = toldSummary.counts();
        var after = summary.counts();
        long bytes = acceptedBytes.get();
        rates =
                new Rates(
                        smooth(rates.lines(), (after.lines() - before.lines()) / seconds),
                        smooth(rates.bytes(), (bytes - toldBytes) / seconds),
                        smooth(rates.fixes(), (after.fixes() - before.fixes()) / seconds),
                        smooth(rates.rejects(), (after.rejected() - before.rejected()) / seconds));
        toldSummary = summary;
        toldBytes = bytes;
        toldAt = now;
    }

    private static double smooth(double before, double now) {
        double next = before + SMOOTHING * (Math.max(0, now) - before);
        return next < 0.005 ? 0 : Math.round(next * 100) / 100.0;
    }
}
