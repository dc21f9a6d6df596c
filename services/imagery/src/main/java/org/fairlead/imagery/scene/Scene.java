package org.fairlead.imagery.scene;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import org.fairlead.imagery.footprint.Footprint;
import org.jspecify.annotations.Nullable;

/// One image and its footprint.
///
/// @param name the provider's own id of it; sightings may refer to it by this
/// @param acquisitionStart when the first line of it was taken
/// @param groundResolutionMetres size of what one pixel shows
/// @param cloudCover share of the footprint, 0 to 1; absent: not stated
/// @param recallByLength share of the ships of a length that are found in such images; empty:
///   unknown, and then the scene proves no absence
/// @param sha256 of the image, or of its metadata where the image is not held
/// @param synthetic made for a demonstration or a test
public record Scene(
        UUID id,
        int version,
        State state,
        String name,
        String sensor,
        String provider,
        Instant acquisitionStart,
        Instant acquisitionEnd,
        Footprint footprint,
        @Nullable Double groundResolutionMetres,
        @Nullable Double cloudCover,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Recall> recallByLength,
        @Nullable String licence,
        @Nullable String sourceUri,
        @Nullable String sha256,
        @Nullable String note,
        boolean synthetic) {

    // Jackson hands null where the field is absent.
    @SuppressWarnings("NullAway")
    public Scene {
        recallByLength = recallByLength == null ? List.of() : List.copyOf(recallByLength);
    }

    public enum State {
        @JsonProperty("recorded")
        RECORDED,
        @JsonProperty("withdrawn")
        WITHDRAWN
    }

    /// Share of the ships from one length up to below another that are found.
    ///
    /// @param toMetres absent: no upper bound
    public record Recall(double fromMetres, @Nullable Double toMetres, double recall) {

        boolean holds(double lengthMetres) {
            return lengthMetres >= fromMetres && (toMetres == null || lengthMetres < toMetres);
        }
    }

    /// The share of ships of this length that are found; empty: unknown.
    public OptionalDouble recallOf(double lengthMetres) {
        return recallByLength.stream()
                .filter(band -> band.holds(lengthMetres))
                .mapToDouble(Recall::recall)
                .findFirst();
    }

    Scene as(UUID newId, int newVersion, State newState) {
        return new Scene(
                newId,
                newVersion,
                newState,
                name,
                sensor,
                provider,
                acquisitionStart,
                acquisitionEnd,
                footprint,
                groundResolutionMetres,
                cloudCover,
                recallByLength,
                licence,
                sourceUri,
                sha256,
                note,
                synthetic);
    }
}
