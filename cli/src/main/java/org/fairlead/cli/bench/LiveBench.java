package org.fairlead.cli.bench;

import java.io.PrintStream;
import org.fairlead.cli.platform.Platform;

final class LiveBench {

    private final Running running;
    private final Platform platform;
    private final PrintStream out;

    LiveBench(Running running, Platform platform, PrintStream out) {
        this.running = running;
        this.platform = platform;
        this.out = out;
    }

    void run(long lines, int seconds, IngestBench.Rows rows) {}
}
