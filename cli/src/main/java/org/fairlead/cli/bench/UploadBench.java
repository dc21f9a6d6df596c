package org.fairlead.cli.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.fairlead.bench.decode.DecodePass;
import org.fairlead.bench.traffic.SyntheticTraffic;
import org.fairlead.cli.api.PlatformApi;

/// Lines a second from a file to fixes that can be asked for, everything running on this machine,
/// beside what the decoder alone does with the same bytes.
public final class UploadBench {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int WARM_UP = 3;

    private final Running running;
    private final PrintStream out;

    public UploadBench(PlatformApi api, PrintStream out) {
        running = new Running(api);
        this.out = out;
    }

    /// @param runs counted runs after one that is not; each has ships of its own
    public void run(int runs, int ships, int reportsEach) {
        out.printf(
                "%-6s %10s %14s %14s %14s %8s%n",
                "run", "lines", "decode only/s", "to job done/s", "to visible/s", "ratio");
        double[] rates = new double[runs];
        double[] ratios = new double[runs];
        for (int run = 0; run <= runs; run++) {
            var measured = once(run, ships, reportsEach);
            out.printf(
                    "%-6s %10d %14.0f %14.0f %14.0f %8.4f%n",
                    run == 0 ? "warm" : run,
                    measured.lines,
                    measured.decodePerSecond,
                    measured.donePerSecond,
                    measured.visiblePerSecond,
                    measured.visiblePerSecond / measured.decodePerSecond);
            if (run > 0) {
                rates[run - 1] = measured.visiblePerSecond;
                ratios[run - 1] = measured.visiblePerSecond / measured.decodePerSecond;
            }
        }
        Arrays.sort(rates);
        Arrays.sort(ratios);
        out.printf(
                "median %.0f lines/s from upload to visible, %.4f of decoding alone%n",
                rates[runs / 2], ratios[runs / 2]);
    }

    private record Measured(
            long lines, double decodePerSecond, double donePerSecond, double visiblePerSecond) {}

    private Measured once(int run, int ships, int reportsEach) {
        // A source and start of its own per call: bytes the platform knows would be no work.
        var from =
                Instant.now()
                        .truncatedTo(java.time.temporal.ChronoUnit.DAYS)
                        .minus(Duration.ofDays(3L + run));
        var traffic =
                new SyntheticTraffic(run + 1, ships, reportsEach, from, Duration.ofMinutes(1));
        byte[] bytes = traffic.sentences();
        for (int i = 0; i < WARM_UP; i++) {
            DecodePass.over(bytes);
        }
        var decode = DecodePass.over(bytes);
        String source = "bench-" + run + "-" + System.nanoTime();
        var start = Instant.now();
        String job =
                running.api()
                        .upload(
                                "/api/ais/v1/uploads?synthetic=true&source=" + source,
                                "bench.nmea",
                                bytes)
                        .path("id")
                        .asText();
        double done = Running.secondsUntil("the job", start, PATIENCE, () -> running.isDone(job));
        long fixes = (long) ships * reportsEach;
        double visible =
                Running.secondsUntil(
                        "all fixes", start, PATIENCE, () -> running.fixesOf(source) >= fixes);
        return new Measured(
                decode.lines(),
                decode.linesPerSecond(),
                decode.lines() / done,
                decode.lines() / visible);
    }
}
