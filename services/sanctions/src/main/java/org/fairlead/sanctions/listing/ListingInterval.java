package org.fairlead.sanctions.listing;

import java.time.Instant;

/// Versions in a row that had an entry, and the time from the first to the last sight of it.
///
/// @param isCurrent the newest version still has it
record ListingInterval(
        int firstVersion,
        int lastVersion,
        Instant firstObservedAt,
        Instant lastObservedAt,
        boolean isCurrent) {}
