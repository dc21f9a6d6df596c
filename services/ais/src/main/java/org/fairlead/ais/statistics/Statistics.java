package org.fairlead.ais.statistics;

import java.time.Instant;
import java.util.List;

/// @param silences those that hold: without the retracted
record Statistics(
        long vessels, long fixes, long silencesOpen, long silences, List<Source> sources) {

    /// @param fixes that this source was the first to report
    record Source(String name, long fixes, Instant firstAt, Instant lastAt, boolean synthetic) {}
}
