package org.fairlead.bench.fuzz;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.fairlead.bench.decode.DecodePass;
import org.fairlead.bench.traffic.MixedTraffic;

/// Fuzzing by the clock: for hours, with what the memory does and how fast damaged input is read
/// beside clean input.
public final class FuzzBench {

    private static final Duration TELL_EVERY = Duration.ofSeconds(30);

    private final PrintStream out;

    public FuzzBench(PrintStream out) {
        this.out = out;
    }

    /// @throws IllegalStateException when something does not hold; its message repeats the run
    public void run(Duration duration, long seed) {
        out.printf("seed %d, %d minutes%n", seed, duration.toMinutes());
        var until = System.nanoTime() + duration.toNanos();
        var fuzz = new Fuzz(seed);
        var tellAt = new long[] {System.nanoTime() + TELL_EVERY.toNanos()};
        var atStart = new long[] {-1};
        var report =
                fuzz.run(() -> {
                    var now = System.nanoTime();
                    if (now >= tellAt[0]) {
                        tellAt[0] = now + TELL_EVERY.toNanos();
                        var used = usedBytes();
                        atStart[0] = atStart[0] < 0 ? used : atStart[0];
                        out.printf(
                                Locale.ROOT,
                                "%d s to go, %.1f MB in use (%.1f after the first %d s)%n",
                                (until - now) / 1_000_000_000,
                                used / 1e6,
                                atStart[0] / 1e6,
                                TELL_EVERY.toSeconds());
                    }
                    return now < until;
                });
        out.printf(
                Locale.ROOT,
                "%,d rounds, %,d MB twice, %,d lines, %,d values; nothing escaped%n%s%n",
                report.rounds(),
                report.bytes() / 1_000_000,
                report.counts().lines(),
                report.values(),
                report.rejects());
        rates(seed);
    }

    private void rates(long seed) {
        var clean = new MixedTraffic(seed).clean(200_000);
        var hostile = new Damage(seed).of(clean, 1, 10);
        for (var i = 0; i < 20; i++) {
            var ignored = DecodePass.over(clean).lines() + DecodePass.over(hostile).lines();
            if (ignored == 0) {
                throw new IllegalStateException("nothing was read");
            }
        }
        var good = clean.length / DecodePass.over(clean).seconds();
        var bad = hostile.length / DecodePass.over(hostile).seconds();
        out.printf(
                Locale.ROOT,
                "clean %,.0f MB/s, one line in ten damaged %,.0f MB/s: %.2f (goal 0.7, stretch 0.9)%n",
                good / 1e6,
                bad / 1e6,
                bad / good);
    }

    private static long usedBytes() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
