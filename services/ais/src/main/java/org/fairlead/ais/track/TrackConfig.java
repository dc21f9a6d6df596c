package org.fairlead.ais.track;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How tracks are shown. Prefix `ais.track`.
@ConfigMapping(prefix = "ais.track")
public interface TrackConfig {

    /// A line is not drawn between fixes farther apart than this.
    @WithDefault("30m")
    Duration drawnWithin();

    /// A position is interpolated between fixes at most this far apart.
    @WithDefault("30m")
    Duration interpolatedWithin();

    /// Where a track begins or ends, its last fix stands for a ship for this long.
    @WithDefault("10m")
    Duration oneSidedWithin();

    /// Most fixes in one answer.
    @WithDefault("500000")
    int mostFixes();

    /// Largest circle one may ask for.
    @WithDefault("500")
    double largestRadiusNauticalMiles();
}
