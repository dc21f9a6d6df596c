package org.fairlead.bench.decode;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.fairlead.bench.fuzz.Damage;
import org.fairlead.bench.traffic.MixedTraffic;
import org.fairlead.nmea.AisColumnReader;
import org.fairlead.nmea.AisColumns;
import org.jspecify.annotations.Nullable;

/// How fast sentences become columns, beside AisLib and beside the least any decoder must do, on
/// one thread, in CPU time. The contestants take turns in one run, so that a busy machine slows all
/// of them; what is quoted are medians and their ratios.
public final class DecodeBench {

    /// The fastest of the design's list, aduvenhage/ais-decoder, is C++ and no part of this
    /// project: it is measured where it is at hand as an [OtherDecoder]. Elsewhere, on two million
    /// lines of world traffic, it reached 5.2 to 6.7 million lines a second where AisLib reached
    /// 0.76.
    private static final double FASTEST_KNOWN_OF_AISLIB = 6.7 / 0.76;

    private static final int ROOM = 256;
    private static final int MESSAGES = 400_000;
    private static final int PASSES = 40;
    private static final int AISLIB_PASSES = 3;
    private static final long SEED = 9_187_629;

    /// What is decoded must go somewhere, or the compiler leaves it out.
    private static @Nullable Object kept;

    private final PrintStream out;
    private final int rounds;
    private final @Nullable String beside;

    /// @param rounds counted, after a third as many that are not
    /// @param beside command of another decoder to measure too, which reads a log from its standard
    ///   input
    public DecodeBench(PrintStream out, int rounds, @Nullable String beside) {
        this.out = out;
        this.rounds = rounds;
        this.beside = beside;
    }

    /// A log with room behind it.
    private record Log(byte[] bytes, int length, long lines) {

        static Log of(byte[] log) {
            var lines = 0L;
            for (var b : log) {
                lines += b == '\n' ? 1 : 0;
            }
            return new Log(Arrays.copyOf(log, log.length + ROOM), log.length, lines);
        }
    }

    private interface Measurement {
        DecodePass.Measured take() throws IOException, InterruptedException;
    }

    /// One thing measured: lines and megabytes a second, and bytes allocated a line.
    private static final class Series {

        private final String name;
        private final Log log;
        private final int passes;
        private final Measurement measurement;
        private final List<Double> times = new ArrayList<>();
        private double allocatedPerLine;

        /// @param passes how often the log is read in one measurement: the system counts CPU time
        ///   in steps of ten milliseconds
        /// @param pass reads it once
        Series(String name, Log log, int passes, LongSupplier pass) {
            this.name = name;
            this.log = log;
            this.passes = passes;
            measurement =
                    () ->
                            DecodePass.measure(() -> {
                                var sum = 0L;
                                for (var i = 0; i < passes; i++) {
                                    sum += pass.getAsLong();
                                }
                                return sum;
                            });
        }

        Series(OtherDecoder other, Log log) {
            name = "the decoder beside";
            this.log = log;
            passes = 1;
            // What it allocates is its own affair.
            measurement = () -> new DecodePass.Measured(0, other.seconds(), 0);
        }

        void measure(boolean isCounted) throws IOException, InterruptedException {
            var measured = measurement.take();
            if (isCounted) {
                times.add(measured.seconds() / passes);
                allocatedPerLine = (double) measured.allocated() / passes / log.lines;
            }
        }

        double linesPerSecond() {
            return log.lines / median();
        }

        double bytesPerSecond() {
            return log.length / median();
        }

        private double median() {
            var sorted = times.stream().sorted().toList();
            return sorted.get(sorted.size() / 2);
        }
    }

    /// Measures made-up traffic.
    public void run() throws IOException, InterruptedException {
        var traffic = new MixedTraffic(SEED);
        var clean = traffic.clean(MESSAGES);
        run("made-up traffic of all 27 types (seed " + SEED + ")", clean, traffic.noisy(MESSAGES));
    }

    /// Measures a recorded log instead, as it is, and damaged.
    public void run(String name, byte[] log) throws IOException, InterruptedException {
        run(name, repeated(log), null);
    }

    private static byte[] repeated(byte[] log) {
        var times = Math.max(1, 20_000_000 / Math.max(1, log.length));
        var whole = new byte[log.length * times];
        for (var i = 0; i < times; i++) {
            System.arraycopy(log, 0, whole, i * log.length, log.length);
        }
        return whole;
    }

    private void run(String name, byte[] cleanBytes, byte @Nullable [] noisyBytes)
            throws IOException, InterruptedException {
        var clean = Log.of(cleanBytes);
        if (beside == null) {
            run(name, clean, cleanBytes, noisyBytes, null);
            return;
        }
        try (var other = OtherDecoder.over(clean.bytes, clean.length, beside)) {
            run(name, clean, cleanBytes, noisyBytes, new Series(other, clean));
        }
    }

    private void run(
            String name,
            Log clean,
            byte[] cleanBytes,
            byte @Nullable [] noisyBytes,
            @Nullable Series other)
            throws IOException, InterruptedException {
        var damage = new Damage(SEED);
        var damaged = damage.of(cleanBytes, 1, 10);
        var hostile = Log.of(concatenated(damaged, damage.longLine()));

        var ours = ours("Fairlead, clean", clean);
        var noisy = noisyBytes == null ? null : ours("Fairlead, noisy", Log.of(noisyBytes));
        var bad = ours("Fairlead, hostile", hostile);
        var limit =
                new Series(
                        "split + checksum only",
                        clean,
                        3 * PASSES,
                        () -> SplitLimit.rightChecksums(clean.bytes, clean.length));
        var aisLib =
                new Series(
                        "AisLib 2.8.5, clean",
                        clean,
                        AISLIB_PASSES,
                        () -> AisLibPass.over(clean.bytes, clean.length));
        // How much of the ratio is due to what either leaves to its user.
        var apart = new Series("Fairlead, all fields", clean, PASSES, () -> allFields(clean));
        var lines = new String(cleanBytes, StandardCharsets.ISO_8859_1).lines().toList();
        var aisLibOfLines =
                new Series(
                        "AisLib, of lines at hand",
                        clean,
                        AISLIB_PASSES,
                        () -> AisLibPass.over(lines));

        var all = new ArrayList<>(List.of(limit, ours, bad, apart, aisLib, aisLibOfLines));
        if (noisy != null) {
            all.add(2, noisy);
        }
        if (other != null) {
            all.add(other);
        }
        out.printf(
                Locale.ROOT,
                "%s: %,d lines, %.1f MB; one thread, CPU time with the collector, medians of %d alternated rounds%n%n",
                name,
                clean.lines,
                clean.length / 1e6,
                rounds);
        measure(all);
        table(all);
        goals(ours, noisy, bad, limit, aisLib);
        if (other != null) {
            beside(ours, apart, other);
        }
    }

    private static byte[] concatenated(byte[] a, byte[] b) {
        var both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static Series ours(String name, Log log) {
        var reader = new AisColumnReader();
        var columns = new AisColumns(2_048);
        return new Series(
                name,
                log,
                PASSES,
                () -> {
                    int at = 0;
                    while (at < log.length) {
                        at += reader.read(log.bytes, at, log.length, true, columns);
                        columns.clear();
                    }
                    return at;
                });
    }

    /// Messages without a column of their own are kept as bits until they are asked for: here all
    /// are, texts too.
    private static long allFields(Log log) {
        var reader = new AisColumnReader();
        var columns = new AisColumns(2_048);
        var sum = 0L;
        for (var at = 0; at < log.length; ) {
            at += reader.read(log.bytes, at, log.length, true, columns);
            for (var message = 0; message < columns.messages(); message++) {
                kept = columns.message(message);
                sum++;
            }
            columns.clear();
        }
        return sum;
    }

    private void measure(List<Series> all) throws IOException, InterruptedException {
        for (var round = -(rounds + 2) / 3; round < rounds; round++) {
            for (var series : all) {
                series.measure(round >= 0);
            }
        }
    }

    private void table(List<Series> all) {
        out.printf("%-24s %14s %10s %16s%n", "", "lines/s", "MB/s", "bytes alloc/line");
        for (var series : all) {
            out.printf(
                    Locale.ROOT,
                    "%-24s %,14.0f %,10.0f %16.3f%n",
                    series.name,
                    series.linesPerSecond(),
                    series.bytesPerSecond() / 1e6,
                    series.allocatedPerLine);
        }
        out.println();
    }

    private void goals(
            Series ours, @Nullable Series noisy, Series hostile, Series limit, Series aisLib) {
        var ofAisLib = ours.linesPerSecond() / aisLib.linesPerSecond();
        out.printf("%-52s %8s %8s %9s%n", "goal", "must", "stretch", "measured");
        atLeast("against AisLib, lines/s", 20, 35, ofAisLib);
        atLeast(
                "against aduvenhage/ais-decoder, by way of AisLib (*)",
                2.5,
                4,
                ofAisLib / FASTEST_KNOWN_OF_AISLIB);
        atLeast(
                "share of split + checksum, lines/s",
                1 / 5.0,
                1 / 3.0,
                ours.linesPerSecond() / limit.linesPerSecond());
        goal(
                "allocation, bytes a line",
                0.1,
                0,
                ours.allocatedPerLine,
                ours.allocatedPerLine <= 0.1,
                ours.allocatedPerLine < 0.0005);
        if (noisy != null) {
            atLeast(
                    "noisy with tag blocks against clean, bytes/s (**)",
                    0.9,
                    1.0,
                    noisy.bytesPerSecond() / ours.bytesPerSecond());
        }
        atLeast(
                "hostile against clean, bytes/s",
                0.7,
                0.9,
                hostile.bytesPerSecond() / ours.bytesPerSecond());
        out.println();
        out.println(
                "(*)  an estimate: it is C++ and in no Java registry. It was measured at 8.8 times"
                        + " AisLib on two million lines of world traffic (6.7 against 0.76 M lines/s)."
                        + " Where it is built, --beside measures it.");
        if (noisy != null) {
            out.printf(
                    Locale.ROOT,
                    "(**) its lines are %.1f times as long; by lines/s the ratio is %.2f.%n",
                    (double) noisy.log.length / noisy.log.lines / ours.log.length * ours.log.lines,
                    noisy.linesPerSecond() / ours.linesPerSecond());
        }
    }

    private void beside(Series ours, Series allFields, Series other) {
        out.printf(
                Locale.ROOT,
                "%nbeside %s: %.2f times its lines/s, %.2f times with the fields of messages without columns made too.%n"
                        + "Its time is that of the whole process in user and system mode, less what its start and reading the log take.%n",
                beside,
                ours.linesPerSecond() / other.linesPerSecond(),
                allFields.linesPerSecond() / other.linesPerSecond());
    }

    private void atLeast(String name, double must, double stretch, double measured) {
        goal(name, must, stretch, measured, measured >= must, measured >= stretch);
    }

    private void goal(
            String name,
            double must,
            double stretch,
            double measured,
            boolean isMet,
            boolean isStretchMet) {
        out.printf(
                Locale.ROOT,
                "%-52s %8.2f %8.2f %9.2f  %s%n",
                name,
                must,
                stretch,
                measured,
                isStretchMet ? "stretch met" : isMet ? "met" : "MISSED");
    }
}
