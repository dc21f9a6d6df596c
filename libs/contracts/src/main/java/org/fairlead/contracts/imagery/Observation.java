package org.fairlead.contracts.imagery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an image shows of a ship beyond her place and length. Every part may be absent: not stated.
///
/// @param sceneId the scene she was seen in, where it is registered
/// @param outline GeoJSON polygon of her hull, or of the area she was seen within
/// @param beamErrorMetres one standard deviation
/// @param headingErrorDegrees one standard deviation
/// @param isHeadingAmbiguous bow and stern cannot be told apart: the heading or its opposite
/// @param hullLayout what stands where on the hull
/// @param hasWake a wake is seen; false where there clearly is none
/// @param colourNote hull, deck and funnel in words
/// @param confidence of the observer that it is a ship as described, 0 to 1
/// @param secondReader who read the image independently and agrees
/// @param azimuthShiftErrorMetres one standard deviation of how far a ship under way may be
///   displaced along the track of a radar satellite by her own motion
/// @param groundResolutionMetres of the image, stated or the scene's: how fine a length it can show
public record Observation(
        @Nullable UUID sceneId,
        @Nullable JsonNode outline,
        @Nullable Double beamMetres,
        @Nullable Double beamErrorMetres,
        @Nullable Double headingErrorDegrees,
        @Nullable Boolean isHeadingAmbiguous,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<HullFeature> hullLayout,
        @Nullable Motion motion,
        @Nullable Boolean hasWake,
        @Nullable String colourNote,
        @Nullable Double confidence,
        @Nullable String observer,
        @Nullable String secondReader,
        @Nullable Double azimuthShiftErrorMetres,
        @Nullable Double groundResolutionMetres) {

    /// Nothing stated.
    public static final Observation NONE =
            new Observation(
                    null, null, null, null, null, null, List.of(), null, null, null, null, null,
                    null, null, null);

    // Jackson hands null where the field is absent.
    @SuppressWarnings("NullAway")
    public Observation {
        hullLayout = hullLayout == null ? List.of() : List.copyOf(hullLayout);
    }

    public enum Motion {
        @JsonProperty("moored")
        MOORED,
        @JsonProperty("anchored")
        ANCHORED,
        @JsonProperty("alongside-ship")
        ALONGSIDE_SHIP,
        @JsonProperty("under-way")
        UNDER_WAY
    }

    public enum HullFeature {
        @JsonProperty("superstructure-forward")
        SUPERSTRUCTURE_FORWARD,
        @JsonProperty("superstructure-midships")
        SUPERSTRUCTURE_MIDSHIPS,
        @JsonProperty("superstructure-aft")
        SUPERSTRUCTURE_AFT,
        @JsonProperty("ro-ro-ramp")
        RO_RO_RAMP,
        @JsonProperty("deck-cranes")
        DECK_CRANES,
        @JsonProperty("hatch-covers")
        HATCH_COVERS,
        @JsonProperty("container-stacks")
        CONTAINER_STACKS,
        @JsonProperty("deck-pipes")
        DECK_PIPES,
        @JsonProperty("gas-tanks")
        GAS_TANKS,
        @JsonProperty("flat-deck")
        FLAT_DECK
    }
}
