package org.fairlead.imagery.sighting;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.UUID;
import org.fairlead.contracts.imagery.Observation;
import org.fairlead.contracts.imagery.Observation.Motion;
import org.fairlead.imagery.fault.Faults;
import org.fairlead.imagery.footprint.Footprint;
import org.fairlead.imagery.footprint.FootprintReading;
import org.fairlead.imagery.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Reads what an image shows of a ship beyond her place and length.
final class ObservationRules {

    private static final String HERE = "observation/";

    private final SightingConfig config;

    ObservationRules(SightingConfig config) {
        this.config = config;
    }

    /// The outline, where there is one and it is one.
    static @Nullable Footprint outline(Faults faults, @Nullable Observation input) {
        if (input == null || input.outline() == null || input.outline().isNull()) {
            return null;
        }
        return switch (Footprint.read(input.outline())) {
            case FootprintReading.Valid(var outline) -> outline;
            case FootprintReading.Faulty(var detail) -> {
                faults.add(HERE + "outline", detail);
                yield null;
            }
        };
    }

    /// @param scene the registered one; its resolution counts where the sender states none
    /// @return absent where nothing is stated
    @Nullable Observation read(
            Faults faults,
            @Nullable Observation input,
            @Nullable Footprint outline,
            @Nullable Scene scene) {
        UUID sceneId = scene == null ? null : scene.id();
        Double resolution = scene == null ? null : scene.groundResolutionMetres();
        if (input == null) {
            return sceneId == null ? null : withScene(sceneId, resolution);
        }
        Double stated =
                faults.optional(
                        HERE + "groundResolutionMetres",
                        input.groundResolutionMetres(),
                        0.01,
                        10_000);
        if (input.hasWake() != null && input.hasWake() && liesStill(input.motion())) {
            faults.add(HERE + "hasWake", "a ship that lies still leaves no wake");
        }
        String observer = faults.optionalText(HERE + "observer", input.observer(), 200);
        String second = faults.optionalText(HERE + "secondReader", input.secondReader(), 200);
        if (second != null && second.equalsIgnoreCase(observer)) {
            faults.add(HERE + "secondReader", "is the observer: a second reader is somebody else");
        }
        var read =
                new Observation(
                        sceneId,
                        outline == null ? null : outline.geoJson(),
                        faults.optional(HERE + "beamMetres", input.beamMetres(), 0.5, 100),
                        faults.optional(HERE + "beamErrorMetres", input.beamErrorMetres(), 0, 100),
                        faults.optional(
                                HERE + "headingErrorDegrees", input.headingErrorDegrees(), 0, 180),
                        input.isHeadingAmbiguous(),
                        new ArrayList<>(new LinkedHashSet<>(input.hullLayout())),
                        input.motion(),
                        input.hasWake(),
                        faults.optionalText(HERE + "colourNote", input.colourNote(), 500),
                        faults.optional(HERE + "confidence", input.confidence(), 0, 1),
                        observer,
                        second,
                        faults.optional(
                                HERE + "azimuthShiftErrorMetres",
                                input.azimuthShiftErrorMetres(),
                                0,
                                10_000),
                        stated == null ? resolution : stated);
        return read.equals(Observation.NONE) ? null : read;
    }

    /// With what a radar image does to a ship that moves, where the sender says nothing of it.
    @Nullable Observation shifted(@Nullable Observation read, String sensor) {
        Observation seen = read == null ? Observation.NONE : read;
        if (!isRadar(sensor)
                || seen.azimuthShiftErrorMetres() != null
                || liesStill(seen.motion())) {
            return read;
        }
        return new Observation(
                seen.sceneId(),
                seen.outline(),
                seen.beamMetres(),
                seen.beamErrorMetres(),
                seen.headingErrorDegrees(),
                seen.isHeadingAmbiguous(),
                seen.hullLayout(),
                seen.motion(),
                seen.hasWake(),
                seen.colourNote(),
                seen.confidence(),
                seen.observer(),
                seen.secondReader(),
                config.azimuthShiftErrorMetres(),
                seen.groundResolutionMetres());
    }

    private static boolean liesStill(@Nullable Motion motion) {
        return motion == Motion.MOORED || motion == Motion.ANCHORED;
    }

    private static boolean isRadar(String sensor) {
        return sensor.matches("(?i).*\\b(sar|radar)\\b.*");
    }

    private static Observation withScene(UUID id, @Nullable Double groundResolutionMetres) {
        Observation none = Observation.NONE;
        return new Observation(
                id,
                null,
                null,
                null,
                null,
                null,
                none.hullLayout(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                groundResolutionMetres);
    }
}
