package org.fairlead.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a measurement makes the database it asks, and keeps it if it is told to.
final class DatabaseDirectory {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Where the database is made and stays, to be measured again"
                            + " (default: made anew and thrown away).")
    private @Nullable Path data;

    /// For the run of the measurement.
    String property() {
        return "fairlead.testing.database-directory=" + (data == null ? "" : data.toAbsolutePath());
    }
}
