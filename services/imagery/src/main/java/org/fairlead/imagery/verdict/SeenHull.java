package org.fairlead.imagery.verdict;

import java.util.Locale;
import java.util.stream.Collectors;
import org.fairlead.association.hull.HullSeen;
import org.fairlead.contracts.imagery.Observation;
import org.fairlead.contracts.imagery.Observation.Motion;
import org.fairlead.contracts.imagery.Sighting;
import org.jspecify.annotations.Nullable;

/// What a sighting says of the hull, in the terms of ranking.
public final class SeenHull {

    private SeenHull() {}

    public static HullSeen of(Sighting sighting) {
        return of(sighting, sighting.lengthErrorMetres());
    }

    /// @param lengthErrorMetres where the sighting states none, what its image is good for
    static HullSeen of(Sighting sighting, @Nullable Double lengthErrorMetres) {
        Observation seen = sighting.seen();
        return new HullSeen(
                sighting.lengthMetres(),
                lengthErrorMetres,
                seen.beamMetres(),
                seen.beamErrorMetres(),
                sighting.headingDegrees(),
                seen.headingErrorDegrees(),
                Boolean.TRUE.equals(seen.isHeadingAmbiguous()),
                isStill(seen.motion()),
                seen.hullLayout().stream().map(SeenHull::slug).collect(Collectors.toSet()));
    }

    private static boolean isStill(@Nullable Motion motion) {
        return motion != null && motion != Motion.UNDER_WAY;
    }

    private static String slug(Observation.HullFeature feature) {
        return feature.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
