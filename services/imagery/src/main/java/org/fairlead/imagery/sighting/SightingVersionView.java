package org.fairlead.imagery.sighting;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.fairlead.contracts.imagery.Sighting;
import org.jspecify.annotations.Nullable;

/// One version of a sighting, as it was told.
///
/// @param note absent where there was none, and of versions written before notes were kept with
///   them
public record SightingVersionView(
        @JsonUnwrapped Sighting sighting,
        @Nullable String note,
        String changedBy,
        Instant changedAt) {}
