package org.fairlead.ais.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
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
import org.fairlead.ais.frame.Follower;
import org.fairlead.ais.frame.FrameSink;
import org.fairlead.ais.frame.Introductions;
import org.fairlead.ais.frame.Patience;
import org.fairlead.ais.hygiene.HygieneConfig;
import org.fairlead.ais.ingest.IngestConfig;
import org.fairlead.ais.ingest.LiveDecoder;
import org.fairlead.ais.ingest.NumberedFrame;
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
    private Summary done = Summary.NONE;
    private volatile Summary told = Summary.NONE;
    private volatile @Nullable Instant newest;
    private volatile boolean isStopping;
    private volatile boolean isDraining;
    private volatile long acknowledged;

    FeedRun(Feed feed, Journal journal, Services services) {
        this.feed = feed;
        this.journal = journal;
        this.services = services;
        patience = new Patience("feed " + feed.name(), () -> isStopping);
    }

    Summary summary() {
        return told;
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
                    passAll();
                } catch (IOException | RuntimeException fault) {
                    LOG.errorf(fault, "feed stumbles name=%s", feed.name());
                    Thread.sleep(5_000);
                    continue;
                }
                if (journal.bytes() == 0) {
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

    /// One recording after the other, until everything is passed on or something fails. Kafka and
    /// the register have threads of their own: what was decoded last is passed on while the next is
    /// decoded, and a recording is closed when its claims are entered, whatever is read meanwhile.
    private void passAll() throws IOException, InterruptedException {
        try (var kafka = new Follower("feed-kafka-" + feed.name(), 1);
                var register =
                        new Follower("feed-register-" + feed.name(), Introductions.MOST_WAITING)) {
            var behind =
                    new Behind(
                            kafka,
                            register,
                            new Introductions(register, services.vessels(), patience));
            long recording = journal.first();
            done = readState(recording);
            told = done;
            while (pass(recording, behind)) {
                recording = journal.next(recording);
            }
            kafka.finish();
            register.finish();
        }
    }

    private record Behind(Follower kafka, Follower register, Introductions introductions) {}

    /// @return whether there is another recording; else everything is passed on
    private boolean pass(long recording, Behind behind) throws IOException, InterruptedException {
        var decoder = decoder(recording);
        long at = 0;
        while (!isStopping) {
            behind.register().check();
            // In this order: what was appended before it was closed must be seen.
            boolean isClosed = journal.isClosed(recording);
            long limit = journal.limit(recording);
            if (at < limit) {
                at = JournalReader.read(journal.file(recording), at, limit, decoder::take);
                passOn(decoder, behind);
            } else if (isClosed) {
                end(recording, decoder, behind);
                return true;
            } else if (isDraining && limit == 0) {
                return false;
            } else {
                journal.awaitMore(recording, at, LOOK_EVERY_MILLIS);
                // What was said last becomes due although nothing comes any more.
                behind.kafka().hand(1, () -> behind.introductions().add(List.of()));
            }
        }
        throw new InterruptedException();
    }

    private LiveDecoder decoder(long recording) throws IOException, InterruptedException {
        return new LiveDecoder(
                feed.facts(),
                services.ingest(),
                services.hygiene(),
                patience.insist(services.frames()::partitions),
                services.config().futureTolerance().toMillis(),
                services.config().passOnEvery().toMillis(),
                decoderState(recording));
    }

    private void passOn(LiveDecoder decoder, Behind behind)
            throws InterruptedException, IOException {
        var round = decoder.round();
        var sum = done.plus(decoder.summary());
        var latest = decoder.newest();
        behind.kafka()
                .hand(
                        1,
                        () -> {
                            publish(round.frames());
                            behind.introductions().add(round.claims());
                            newest = latest;
                            SummaryMeters.count(services.meters(), told, sum);
                            told = sum;
                        });
    }

    private void publish(List<NumberedFrame> frames) throws InterruptedException, IOException {
        var news = frames.stream().filter(one -> one.sequence() > acknowledged).toList();
        if (!news.isEmpty()) {
            patience.insist(() -> services.frames().publish(news));
            acknowledged = news.getLast().sequence();
            writeAcknowledged();
        }
    }

    /// What the next recording begins with is kept as soon as Kafka has all of this one; this one
    /// goes when all that was said in it is entered. A crash in between passes it on once more.
    private void end(long recording, LiveDecoder decoder, Behind behind)
            throws IOException, InterruptedException {
        byte[] state = decoder.pause();
        passOn(decoder, behind);
        behind.kafka().hand(1, behind.introductions()::handOver);
        behind.kafka().finish();
        var summary = decoder.summary();
        done = done.plus(summary);
        writeState(recording + 1, state, done);
        var item = item(recording, decoder, summary);
        behind.register().hand(1, () -> close(recording, item));
    }

    private void close(long recording, ArchiveEntry.Item item)
            throws IOException, InterruptedException {
        var kept = services.archive().keep(item, journal.file(recording));
        patience.insist(() -> kept);
        journal.remove(recording);
        Files.deleteIfExists(state(recording));
    }

    private ArchiveEntry.Item item(long recording, LiveDecoder decoder, Summary summary) {
        var arrival = decoder.firstArrival();
        return new ArchiveEntry.Item(
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
    }

    /// The sum over all recordings before one.
    private Summary readState(long recording) throws IOException {
        if (!Files.exists(state(recording))) {
            return Summary.NONE;
        }
        try (var in = new DataInputStream(Files.newInputStream(state(recording)))) {
            return services.json().readValue(in.readNBytes(in.readInt()), Summary.class);
        }
    }

    private byte @Nullable [] decoderState(long recording) throws IOException {
        if (!Files.exists(state(recording))) {
            return null;
        }
        try (var in = new DataInputStream(Files.newInputStream(state(recording)))) {
            in.skipNBytes(in.readInt());
            return in.readAllBytes();
        }
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
