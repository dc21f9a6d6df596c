package org.fairlead.nmea;

import java.time.Duration;

/// How much a reader tolerates.
///
/// @param maxLineBytes a longer line is one reject and is never buffered
/// @param partTimeout how long a message waits for its parts, on its source's own clock
/// @param partLines how many lines a message waits for its parts, for streams without any time
public record ReaderLimits(int maxLineBytes, Duration partTimeout, int partLines) {

    public static final ReaderLimits DEFAULT =
            new ReaderLimits(4_096, Duration.ofSeconds(10), 5_000);

    public ReaderLimits {
        if (maxLineBytes < 128) {
            throw new IllegalArgumentException("a line limit under 128 bytes: " + maxLineBytes);
        }
        if (partLines < 1) {
            throw new IllegalArgumentException("a limit under one line: " + partLines);
        }
    }
}
