package org.fairlead.cli.suite;

/// What a step of the suite came to.
///
/// @param note why it failed or was skipped; empty when it passed
record Result(Counts counts, String note) {}
