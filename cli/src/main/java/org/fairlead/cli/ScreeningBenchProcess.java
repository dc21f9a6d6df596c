package org.fairlead.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.bench.screening.ScreeningBench;
import org.jspecify.annotations.Nullable;

/// The screening bench in a JVM of its own: a million names want more memory than a launcher has.
final class ScreeningBenchProcess {

    private ScreeningBenchProcess() {}

    /// @return what the process returned
    static int run(Path lists, int large, @Nullable Path report) {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                large > 100_000 ? "-Xmx4g" : "-Xmx1500m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ScreeningBench.class.getName(),
                                lists.toString(),
                                "" + large));
        if (report != null) {
            command.add(report.toString());
        }
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException fault) {
            throw new Refusal("The bench could not be started: " + fault.getMessage(), fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.", interrupted);
        }
    }
}
