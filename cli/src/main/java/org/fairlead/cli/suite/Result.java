package org.fairlead.cli.suite;

import java.util.List;

/// What a step of the suite came to.
///
/// @param note why it failed or was skipped; empty when it passed
/// @param failures each test that failed and what it said, in lines to print; empty when none did
record Result(Counts counts, String note, List<String> failures) {

    Result(Counts counts, String note) {
        this(counts, note, List.of());
    }
}
