package org.fairlead.imagery.candidate;

import org.fairlead.imagery.sighting.SightingInput;
import org.jspecify.annotations.Nullable;

/// A place and a time: who could have been here? Nothing is recorded.
public record WhatIf(
        @Nullable Double latitudeDegrees,
        @Nullable Double longitudeDegrees,
        @Nullable String at,
        @Nullable Double positionErrorMetres,
        @Nullable Double lengthMetres) {

    /// As a sighting, to be checked by the same rules.
    SightingInput asSighting() {
        return new SightingInput(
                at,
                null,
                null,
                latitudeDegrees,
                longitudeDegrees,
                positionErrorMetres,
                lengthMetres,
                null,
                null,
                null,
                "none",
                "what-if",
                null,
                null,
                null,
                false);
    }
}
