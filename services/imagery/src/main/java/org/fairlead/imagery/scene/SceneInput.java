package org.fairlead.imagery.scene;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A scene as somebody sent it, not checked yet.
///
/// Times are texts, so that their faults are named like those of the other fields.
public record SceneInput(
        @Nullable String name,
        @Nullable String sensor,
        @Nullable String provider,
        @Nullable String acquisitionStart,
        @Nullable String acquisitionEnd,
        @Nullable JsonNode footprint,
        @Nullable Double groundResolutionMetres,
        @Nullable Double cloudCover,
        @Nullable List<Band> recallByLength,
        @Nullable String licence,
        @Nullable String sourceUri,
        @Nullable String sha256,
        @Nullable String note,
        @Nullable Boolean synthetic) {

    /// One row of the table of recall, not checked yet.
    public record Band(
            @Nullable Double fromMetres, @Nullable Double toMetres, @Nullable Double recall) {}
}
