package org.fairlead.cli.platform;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/// What the user sees while parts start and stop: a line each, with its time.
public final class Progress {

    private final PrintStream out;

    public Progress(PrintStream out) {
        this.out = out;
    }

    public void say(String line) {
        out.println(line);
    }

    void done(String part, String what, Duration took) {
        out.printf(Locale.ROOT, "  %-12s %-10s %5.1f s%n", part, what, took.toMillis() / 1000.0);
    }
}
