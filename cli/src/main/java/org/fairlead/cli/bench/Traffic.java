package org.fairlead.cli.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import org.fairlead.bench.world.Shares;
import org.fairlead.bench.world.World;
import org.fairlead.bench.world.WorldRun;
import org.fairlead.bench.world.WorldSettings;
import org.fairlead.cli.Refusal;

/// Lines of a quiet world with one perfect receiver, on disk: each position is sent once and is
/// plausible, so every one must be stored.
///
/// @param positions how many of the lines hold a position
/// @param marks the end of each thousandth line, for sending at a rate
record Traffic(Path file, long lines, long positions, List<Mark> marks) {

    static final int MARK_EVERY = 1_000;

    /// @param bytes offset in the file
    /// @param positions how many it holds up to here
    record Mark(long bytes, long positions) {}

    private static final Duration LONGEST = Duration.ofDays(300);

    /// In this time every ship has said where and who she is: every six minutes (ITU-R M.1371-5),
    /// in this world together with a position, of which one at anchor sends one in three minutes.
    private static final Duration INTRODUCED = Duration.ofSeconds(550);

    /// So long is a ship not heard in her introduction: less than what the platform takes for a
    /// pause (`ais.derivation.gather-within`), so that she is live when it is over; but for those
    /// at anchor, whose own interval is one.
    private static final Duration INTRODUCED_EVERY = Duration.ofSeconds(150);

    /// @param from when the world begins; the platform knows positions of another run by their time
    static Traffic of(Path file, long seed, int vessels, long lines, Instant from)
            throws IOException {
        var run = run(quiet(seed, vessels, from));
        run.next();
        return write(file, run, lines);
    }

    /// Files of one world, one after the other: in the first each ship says who she is and, now and
    /// then, where; the others are what is sent after that.
    record Introduced(Traffic introduction, List<Traffic> then) {}

    /// @param lines of each file but the first
    /// @param files how many of them
    static Introduced introduced(Path directory, WorldSettings settings, long lines, int files)
            throws IOException {
        var run = run(settings);
        var introduction = introduction(directory.resolve("introduction.nmea"), run, settings);
        var then = new ArrayList<Traffic>();
        for (int i = 0; i < files; i++) {
            var file = write(directory.resolve("then-" + i + ".nmea"), run, lines);
            if (file.lines() < lines) {
                throw new Refusal(
                        "%,d vessels send fewer than %d times %,d lines in %d days."
                                .formatted(settings.vessels(), files, lines, LONGEST.toDays()));
            }
            then.add(file);
        }
        return new Introduced(introduction, then);
    }

    /// Leaves the run at the first line of what is sent then.
    private static Traffic introduction(Path file, WorldRun run, WorldSettings settings)
            throws IOException {
        long until = settings.from().plus(INTRODUCED).toEpochMilli();
        var next = new HashMap<Integer, Long>();
        long positions = 0;
        long written = 0;
        try (OutputStream out = open(file)) {
            while (run.next() && run.arrivedAtMillis() < until) {
                if (run.isPosition()) {
                    if (run.arrivedAtMillis() < next.getOrDefault(run.mmsi(), 0L)) {
                        continue;
                    }
                    next.put(run.mmsi(), run.arrivedAtMillis() + INTRODUCED_EVERY.toMillis());
                    positions++;
                }
                line(out, run);
                written++;
            }
        }
        return new Traffic(file, written, positions, List.of());
    }

    /// Where each ship is when she is heard first, and nothing else.
    static Traffic firstPositions(Path file, long seed, int vessels, Instant from)
            throws IOException {
        var run = run(quiet(seed, vessels, from));
        long until = from.plus(INTRODUCED).toEpochMilli();
        var seen = new BitSet();
        long positions = 0;
        try (OutputStream out = open(file)) {
            while (positions < vessels && run.next() && run.arrivedAtMillis() < until) {
                if (run.isPosition() && !seen.get(run.mmsi())) {
                    seen.set(run.mmsi());
                    positions++;
                    line(out, run);
                }
            }
        }
        return new Traffic(file, positions, positions, List.of());
    }

    static WorldSettings quiet(long seed, int vessels, Instant from) {
        return WorldSettings.perfect(seed, vessels, from.truncatedTo(ChronoUnit.SECONDS), LONGEST)
                .with(Shares.QUIET);
    }

    private static WorldRun run(WorldSettings settings) {
        return new World(settings).run(truth -> {});
    }

    private static OutputStream open(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    private static int line(OutputStream out, WorldRun run) throws IOException {
        out.write(run.bytes(), 0, run.length());
        out.write('\r');
        out.write('\n');
        return run.length() + 2;
    }

    /// @param run at the first of the lines; then at the one after the last
    private static Traffic write(Path file, WorldRun run, long lines) throws IOException {
        var marks = new ArrayList<Mark>();
        long bytes = 0;
        long positions = 0;
        long written = 0;
        try (OutputStream out = open(file)) {
            boolean isThere = true;
            while (written < lines && isThere) {
                bytes += line(out, run);
                positions += run.isPosition() ? 1 : 0;
                written++;
                if (written % MARK_EVERY == 0) {
                    marks.add(new Mark(bytes, positions));
                }
                isThere = run.next();
            }
        }
        return new Traffic(file, written, positions, marks);
    }
}
