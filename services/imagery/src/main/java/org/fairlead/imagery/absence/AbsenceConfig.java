package org.fairlead.imagery.absence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// When a scene without a ship speaks against her having been there. Prefix `fairlead.absence`.
@ConfigMapping(prefix = "fairlead.absence")
public interface AbsenceConfig {

    /// A scene with as much cloud or more proves nothing.
    @WithDefault("0.2")
    double cloudBelow();

    /// How far from the time in question a scene may have been taken: a ship that works cargo lies
    /// longer, one that passes does not.
    @WithDefault("6h")
    Duration within();

    /// Scenes nearer to each other than this are one look.
    @WithDefault("1h")
    Duration independentAfter();

    /// How far outside its acquisition a sighting may lie and still be of the scene.
    @WithDefault("30m")
    Duration sightingWithin();

    /// Half the width around a length in which a ship seen is of that size, as a share of it.
    @WithDefault("0.20")
    double sameSizeShare();

    /// At most so many scenes of a question are looked at, newest first.
    @WithDefault("50")
    int mostScenes();

    /// At most so many scenes of a whole silence are looked at for its ports, newest first.
    @WithDefault("500")
    int mostScenesOfAWindow();
}
