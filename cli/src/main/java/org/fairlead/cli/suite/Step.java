package org.fairlead.cli.suite;

import java.time.Duration;

/// What became of one step of the suite.
///
/// @param note why it failed or was skipped, with the log to read; empty when it passed
record Step(String name, Counts counts, Duration took, String note) {

    String row() {
        var outcome =
                counts.failed() > 0
                        ? "FAILED"
                        : counts.equals(Counts.ONE_SKIPPED) ? "SKIPPED" : "passed";
        return "%-12s %-8s %6d s   %-40s %s"
                .formatted(name, outcome, took.toSeconds(), counts, note)
                .stripTrailing();
    }
}
