package org.fairlead.ais.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import org.fairlead.ais.archive.Archive;
import org.fairlead.ais.archive.ArchiveEntry;
import org.fairlead.ais.frame.FrameSink;
import org.fairlead.ais.frame.Patience;
import org.fairlead.ais.hygiene.HygieneConfig;
import org.fairlead.ais.ingest.IngestConfig;
import org.fairlead.ais.ingest.LiveDecoder;
import org.fairlead.ais.ingest.NumberedFrame;
import org.fairlead.ais.ingest.PendingClaims;
import org.fairlead.ais.ingest.Summary;
import org.fairlead.ais.ingest.SummaryMeters;
import org.fairlead.ais.vessel.VesselRegister;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Passes on what a feed has accepted: journal → frames → Kafka → archive.
///
/// A recording is decoded from its first record, from the state the recording before ended with. So
/// after a crash it gives the same frames under the same numbers, those that Kafka had acknowledged
/// are not sent again, and nothing that was accepted is lost.
final class FeedRun implements Runnable {

    private static final Logger LOG = Logger.getLogger(FeedRun.class);
    private static final long LOOK_EVERY_MILLIS = 500;

    /// What a run needs of the service.
    record Services(
            FrameSink frames,
            VesselRegister vessels,
            Archive archive,
            IngestConfig ingest,
            HygieneConfig hygiene,
            FeedConfig config,
            MeterRegistry meters,
            ObjectMapper json) {}

    private final Feed feed;
    private final Journal journal;
    private final Services services;
    private final Patience patience;
    private final PendingClaims claims = new PendingClaims();
    private volatile Summary done = Summary.NONE;
    private volatile Summary now = Summary.NONE;
    private volatile @Nullable Instant newest;
    private volatile boolean isStopping;
    private volatile boolean isDraining;
    private Summary counted = Summary.NONE;
    private long acknowledged;

    FeedRun(Feed feed, Journal journal, Services services) {
        this.feed = feed;
        this.journal = journal;
        this.services = services;
        patience = new Patience("feed " + feed.name(), () -> isStopping);
    }

    Summary summary() {
        return done.plus(now);
    }

    @Nullable Instant newest() {
        return newest;
    }

    /// At once: what is on disk is passed on after the next start.
    void stop() {
        isStopping = true;
    }

    /// When everything accepted has been passed on.
    void stopWhenEmpty() throws IOException {
        journal.closeRecording();
        isDraining = true;
    }

    @Override
    public void run() {
        try {
            acknowledged = readAcknowledged();
            while (!isStopping) {
                try {
                    pass(journal.first());
                } catch (IOException | RuntimeException fault) {
                    LOG.errorf(fault, "feed stumbles name=%s", feed.name());
                    Thread.sleep(5_000);
                    continue;
                }
                if (isDraining && journal.bytes() == 0) {
                    return;
                }
            }
        } catch (InterruptedException | IOException stopped) {
            LOG.infof("feed stops name=%s cause=%s", feed.name(), stopped);
        }
    }

    private Path state(long recording) {
        return journal.directory().resolve("%010d.state".formatted(recording));
    }

    private void pass(long recording) throws IOException, InterruptedException {
        byte[] state = readState(recording);
        int partitions = patience.insist(services.frames()::partitions);
        var decoder =
                new LiveDecoder(
                        feed.facts(),
                        services.ingest(),
                        services.hygiene(),
                        partitions,
                        services.config().futureTolerance().toMillis(),
                        services.config().passOnEvery().toMillis(),
                        state);
        now = Summary.NONE;
        counted = done;
        long at = 0;
        while (!isStopping) {
            // In this order: what was appended before it was closed must be seen.
            boolean isClosed = journal.isClosed(recording);
            long limit = journal.limit(recording);
            if (at < limit) {
                at = JournalReader.read(journal.file(recording), at, limit, decoder::take);
                passOn(decoder, false);
            } else if (isClosed) {
                end(recording, decoder);
                return;
            } else if (isDraining && limit == 0) {
                return;
            } else {
                journal.awaitMore(recording, at, LOOK_EVERY_MILLIS);
            }
        }
        throw new InterruptedException();
    }

    private void passOn(LiveDecoder decoder, boolean isLast)
            throws InterruptedException, IOException {
        var round = decoder.round();
        List<NumberedFrame> news =
                round.frames().stream().filter(one -> one.sequence() > acknowledged).toList();
        if (!news.isEmpty()) {
            patience.insist(() -> services.frames().publish(news));
            acknowledged = news.getLast().sequence();
            writeAcknowledged();
        }
        claims.add(round.claims());
        if (isLast || claims.areDue()) {
            var due = claims.take();
            if (!due.isEmpty()) {
                patience.insist(() -> Patience.onVertx(() -> services.vessels().merge(due)));
            }
        }
        now = decoder.summary();
        newest = decoder.newest();
        var sum = summary();
        SummaryMeters.count(services.meters(), counted, sum);
        counted = sum;
    }

    private void end(long recording, LiveDecoder decoder) throws IOException, InterruptedException {
        byte[] state = decoder.pause();
        passOn(decoder, true);
        var summary = decoder.summary();
        writeState(recording + 1, state, done.plus(summary));
        archive(recording, decoder, summary);
        done = done.plus(summary);
        now = Summary.NONE;
        journal.remove(recording);
        Files.deleteIfExists(state(recording));
    }

    private void archive(long recording, LiveDecoder decoder, Summary summary)
            throws IOException, InterruptedException {
        var arrival = decoder.firstArrival();
        var item =
                new ArchiveEntry.Item(
                        "feed",
                        feed.id(),
                        recording,
                        feed.name(),
                        feed.sourceClass(),
                        false,
                        feed.receiver(),
                        null,
                        arrival == null ? feed.createdAt() : arrival,
                        decoder.firstFixAt(),
                        decoder.lastFixAt(),
                        summary.counts().lines());
        var kept = services.archive().keep(item, journal.file(recording));
        patience.insist(() -> kept);
    }

    private byte @Nullable [] readState(long recording) throws IOException {
        Path file = state(recording);
        if (!Files.exists(file)) {
            return null;
        }
        var in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)));
        byte[] summary = in.readNBytes(in.readInt());
        done = services.json().readValue(summary, Summary.class);
        return in.readAllBytes();
    }

    private void writeState(long recording, byte[] state, Summary total) throws IOException {
        byte[] summary = services.json().writeValueAsBytes(total);
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(summary.length);
        out.write(summary);
        out.write(state);
        replace(state(recording), bytes.toByteArray());
    }

    private long readAcknowledged() throws IOException {
        Path file = journal.directory().resolve("acknowledged");
        return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
    }

    private void writeAcknowledged() throws IOException {
        replace(
                journal.directory().resolve("acknowledged"),
                Long.toString(acknowledged).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        Files.write(draft, bytes);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
