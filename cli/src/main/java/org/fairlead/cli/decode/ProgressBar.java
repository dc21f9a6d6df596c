package org.fairlead.cli.decode;

import java.io.PrintStream;
import java.util.Locale;

/// One line that is written again and again, on a terminal only.
final class ProgressBar {

    private static final int WIDTH = 30;
    private static final long EVERY_NANOS = 200_000_000;

    private final PrintStream out;
    private final boolean isShown;
    private final long startedAt = System.nanoTime();
    private long shownAt = startedAt;
    private boolean isOnScreen;

    ProgressBar(PrintStream out, boolean isShown) {
        this.out = out;
        this.isShown = isShown;
    }

    /// @param of 0 when it is not known how much there is
    void show(String file, long read, long of, long lines) {
        var now = System.nanoTime();
        if (!isShown || now - shownAt < EVERY_NANOS) {
            return;
        }
        shownAt = now;
        isOnScreen = true;
        out.print("\r\u001b[K" + text(file, read, of, lines, (now - startedAt) / 1e9));
        out.flush();
    }

    static String text(String file, long read, long of, long lines, double seconds) {
        var rate =
                String.format(
                        Locale.ROOT,
                        "%,d lines, %,.0f lines/s, %.1f MB/s",
                        lines,
                        lines / seconds,
                        read / seconds / 1e6);
        if (of <= 0) {
            return file + "  " + rate;
        }
        var share = Math.min(1.0, (double) read / of);
        var full = (int) (share * WIDTH);
        return String.format(
                Locale.ROOT,
                "%s  [%s%s] %3.0f %%  %s",
                file,
                "#".repeat(full),
                "-".repeat(WIDTH - full),
                share * 100,
                rate);
    }

    /// Takes the line off the screen, before something else is written there.
    void clear() {
        if (isOnScreen) {
            out.print("\r\u001b[K");
            out.flush();
            isOnScreen = false;
        }
    }
}
