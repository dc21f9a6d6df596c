package org.fairlead.cases.casefile;

import java.time.Instant;
import org.fairlead.cases.lifecycle.CaseState;
import org.jspecify.annotations.Nullable;

/// Which cases of all that one sees.
///
/// @param words looked for in title, number and vessels
/// @param updatedSince changed then or later
record CaseFilter(
        @Nullable CaseState state,
        @Nullable String words,
        @Nullable String tag,
        @Nullable Instant updatedSince) {}
