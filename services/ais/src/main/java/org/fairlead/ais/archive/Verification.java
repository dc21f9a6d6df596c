package org.fairlead.ais.archive;

import org.jspecify.annotations.Nullable;

/// What came of working out the hashes of the archive again.
///
/// @param isIntact every file is there and as it was archived, and the chain fits
/// @param next where to go on, when there is more
/// @param head hash of the last entry looked at: note it down, and any later change to anything
///   before it shows
record Verification(
        boolean isIntact,
        long entries,
        long bytes,
        @Nullable Fault firstFault,
        String head,
        @Nullable Long next) {

    /// @param kind `missing`, `altered`, or `chain` when the index was changed
    record Fault(long sequence, String kind, String detail) {}
}
