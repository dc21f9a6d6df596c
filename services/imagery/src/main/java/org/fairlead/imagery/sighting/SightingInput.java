package org.fairlead.imagery.sighting;

import org.jspecify.annotations.Nullable;

/// A sighting as somebody sent it, not checked yet: one JSON body, or one row of a file.
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
        @Nullable Boolean synthetic) {}
