package org.fairlead.bench.fuzz;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.fairlead.bench.traffic.MixedTraffic;
import org.fairlead.nmea.AisColumnReader;
import org.fairlead.nmea.AisColumns;
import org.fairlead.nmea.AisFieldReader;
import org.fairlead.nmea.Counts;
import org.fairlead.nmea.Reason;
import org.fairlead.nmea.field.Rendering;
import org.fairlead.nmea.field.Values;

/// Feeds damaged logs to the decoder's faces, in chunks of random size, and checks after each what
/// must hold whatever comes: no exception, every line accounted for, both faces of one mind,
/// nothing kept. The readers live as long as the run, as they do on a feed.
public final class Fuzz {

    private static final int MESSAGES = 2_000;
    private static final int LONG_LINE_EVERY = 50;

    private final long seed;
    private final Random random;
    private final Damage damage;
    private final MixedTraffic traffic;
    private final AisColumnReader columnReader = new AisColumnReader();
    private final AisColumns columns = new AisColumns(4_096);
    private final Map<Reason, Long> rejects = new EnumMap<>(Reason.class);
    private final Taker taker = new Taker();
    private final AisFieldReader fieldReader = new AisFieldReader(taker);
    private long bytes;
    private long rounds;

    public Fuzz(long seed) {
        this.seed = seed;
        random = new Random(seed);
        damage = new Damage(seed + 1);
        traffic = new MixedTraffic(seed + 2);
    }

    /// What was fed and found.
    ///
    /// @param values fields taken apart
    public record Report(
            long rounds, long bytes, Counts counts, long values, Map<Reason, Long> rejects) {

        public Report {
            rejects = Map.copyOf(rejects);
        }
    }

    /// Goes on while it is asked to.
    ///
    /// @throws IllegalStateException naming seed and round when something does not hold
    public Report run(BooleanSupplier goesOn) {
        while (goesOn.getAsBoolean()) {
            rounds++;
            round();
        }
        return new Report(rounds, bytes, columnReader.counts(), taker.values, rejects);
    }

    private void round() {
        var log = traffic.noisy(random.nextBoolean() ? MESSAGES : MESSAGES / 20);
        var bad = damage.of(random.nextInt(4) == 0 ? traffic.clean(MESSAGES) : log, 1, 2);
        feed(bad);
        if (rounds % LONG_LINE_EVERY == 1) {
            feed(damage.longLine());
        }
        check();
    }

    private void feed(byte[] log) {
        bytes += log.length;
        var chunk = new Chunks(random);
        try {
            chunk.feed(
                    log,
                    (buffer, filled) -> {
                        var read = columnReader.read(buffer, 0, filled, false, columns);
                        take();
                        return read;
                    });
            chunk.feed(log, (buffer, filled) -> fieldReader.read(buffer, 0, filled, false));
        } catch (RuntimeException escaped) {
            throw new IllegalStateException(where() + "an exception escaped", escaped);
        }
    }

    private void take() {
        for (var message = 0; message < columns.messages(); message++) {
            if (columns.message(message).mmsi() < 0) {
                throw new IllegalStateException(where() + "a sender below zero");
            }
        }
        for (var reject = 0; reject < columns.rejects(); reject++) {
            rejects.merge(columns.rejectReason(reject), 1L, Long::sum);
        }
        columns.clear();
    }

    private void check() {
        var counts = columnReader.counts();
        if (counts.lines()
                != counts.decoded()
                        + counts.awaitingParts()
                        + counts.rejected()
                        + counts.ignored()) {
            throw new IllegalStateException(where() + "lines unaccounted for: " + counts);
        }
        var others = fieldReader.counts();
        // One face shows senders with numbers of ten digits, which the other rejects.
        if (counts.lines() != others.lines()
                || counts.ignored() != others.ignored()
                || counts.decoded() + rejects.getOrDefault(Reason.MMSI_RANGE, 0L)
                        != others.decoded()) {
            throw new IllegalStateException(where() + "two faces: " + counts + " " + others);
        }
    }

    private String where() {
        return "seed " + seed + ", round " + rounds + ": ";
    }

    /// Takes every message apart in both renderings.
    private static final class Taker implements AisFieldReader.Sink {

        private long values;

        @Override
        public void message(AisFieldReader message) {
            values += Values.of(message.type(), message.bits(), Rendering.RAW).size();
            values += Values.of(message.type(), message.bits(), Rendering.UNITS).size();
        }

        @Override
        public void rejected(long line, long offset, Reason reason, int column) {}
    }

    /// Bytes in pieces, as a network delivers them; what a reader leaves is put before the next.
    private static final class Chunks {

        private interface Reader {
            int read(byte[] buffer, int filled);
        }

        private final Random random;

        Chunks(Random random) {
            this.random = random;
        }

        void feed(byte[] log, Reader reader) {
            var buffer = new byte[1 << 16];
            var filled = 0;
            var at = 0;
            while (at < log.length || filled > 0) {
                var more =
                        Math.min(
                                Math.min(buffer.length - filled, log.length - at),
                                1 + random.nextInt(40_000));
                System.arraycopy(log, at, buffer, filled, more);
                at += more;
                filled += more;
                var read = reader.read(buffer, filled);
                System.arraycopy(buffer, read, buffer, 0, filled - read);
                filled -= read;
                if (read == 0 && at == log.length) {
                    // An unfinished line at the end: end it, so that the next log begins anew.
                    buffer[filled++] = '\n';
                }
            }
        }
    }
}
