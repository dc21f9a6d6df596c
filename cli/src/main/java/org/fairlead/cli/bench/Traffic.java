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
import java.util.List;
import org.fairlead.bench.world.Shares;
import org.fairlead.bench.world.World;
import org.fairlead.bench.world.WorldSettings;

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

    /// @param from when the world begins; the platform knows positions of another run by their time
    static Traffic of(Path file, long seed, int vessels, long lines, Instant from)
            throws IOException {
        var settings =
                WorldSettings.perfect(seed, vessels, from.truncatedTo(ChronoUnit.SECONDS), LONGEST)
                        .with(Shares.QUIET);
        var run = new World(settings).run(truth -> {});
        var marks = new ArrayList<Mark>();
        long bytes = 0;
        long positions = 0;
        long written = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            while (written < lines && run.next()) {
                out.write(run.bytes(), 0, run.length());
                out.write('\r');
                out.write('\n');
                bytes += run.length() + 2L;
                positions += run.isPosition() ? 1 : 0;
                written++;
                if (written % MARK_EVERY == 0) {
                    marks.add(new Mark(bytes, positions));
                }
            }
        }
        return new Traffic(file, written, positions, marks);
    }
}
