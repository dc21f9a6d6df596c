package org.fairlead.imagery.sighting;

import org.fairlead.contracts.imagery.Observation;
import org.jspecify.annotations.Nullable;

/// A sighting as somebody sent it, not checked yet: one JSON body, or one row of a file.
///
/// `sceneId` is the id of a registered scene or the provider's name for it; what the scene says
/// then need not be repeated. The place may be left out where `observation.outline` gives it.
///
/// Times are texts, so that their faults are named like those of the other fields.
public record SightingInput(
        @Nullable String at,
        @Nullable String from,
        @Nullable String to,
        @Nullable Double latitudeDegrees,
        @Nullable Double longitudeDegrees,
        @Nullable Double positionErrorMetres,
        @Nullable Double lengthMetres,
        @Nullable Double lengthErrorMetres,
        @Nullable Double headingDegrees,
        @Nullable String label,
        @Nullable String sensor,
        @Nullable String source,
        @Nullable String licence,
        @Nullable String note,
        @Nullable String sceneId,
        @Nullable Boolean synthetic,
        @Nullable Observation observation) {

    /// Without anything but place, time, length and origin.
    public SightingInput(
            @Nullable String at,
            @Nullable String from,
            @Nullable String to,
            @Nullable Double latitudeDegrees,
            @Nullable Double longitudeDegrees,
            @Nullable Double positionErrorMetres,
            @Nullable Double lengthMetres,
            @Nullable Double lengthErrorMetres,
            @Nullable Double headingDegrees,
            @Nullable String label,
            @Nullable String sensor,
            @Nullable String source,
            @Nullable String licence,
            @Nullable String note,
            @Nullable String sceneId,
            @Nullable Boolean synthetic) {
        this(
                at,
                from,
                to,
                latitudeDegrees,
                longitudeDegrees,
                positionErrorMetres,
                lengthMetres,
                lengthErrorMetres,
                headingDegrees,
                label,
                sensor,
                source,
                licence,
                note,
                sceneId,
                synthetic,
                null);
    }

    /// The scene referred to, by whichever of the two fields.
    public @Nullable String scene() {
        if (sceneId != null && !sceneId.isBlank()) {
            return sceneId.strip();
        }
        return observation == null || observation.sceneId() == null
                ? null
                : observation.sceneId().toString();
    }
}
