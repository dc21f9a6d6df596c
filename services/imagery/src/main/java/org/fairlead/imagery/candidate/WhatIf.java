package org.fairlead.imagery.candidate;

import org.fairlead.contracts.imagery.Observation;
import org.fairlead.imagery.sighting.SightingInput;
import org.jspecify.annotations.Nullable;

/// A place and a time: who could have been here? Nothing is recorded.
///
/// @param at an instant; or `from` and `to` for some instant between them
/// @param observation what else is known of the hull, as of a sighting; without a scene
public record WhatIf(
        @Nullable Double latitudeDegrees,
        @Nullable Double longitudeDegrees,
        @Nullable String at,
        @Nullable String from,
        @Nullable String to,
        @Nullable Double positionErrorMetres,
        @Nullable Double lengthMetres,
        @Nullable Double lengthErrorMetres,
        @Nullable Double headingDegrees,
        @Nullable Observation observation) {

    /// As a sighting, to be checked by the same rules.
    SightingInput asSighting() {
        return new SightingInput(
                at,
                from,
                to,
                latitudeDegrees,
                longitudeDegrees,
                positionErrorMetres,
                lengthMetres,
                lengthErrorMetres,
                headingDegrees,
                null,
                "none",
                "what-if",
                null,
                null,
                null,
                false,
                observation);
    }
}
