package org.fairlead.ais.sample;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// What is kept of tracks to derive activities from. Prefix `ais.sample`.
@ConfigMapping(prefix = "ais.sample")
public interface SampleConfig {

    /// One report is kept for each stretch of this length, and each tenth of a degree in it, so
    /// that a position that jumps is never thinned away. Ours.
    @WithDefault("5m")
    Duration every();

    /// Days with reports that are remembered of a ship. Late data older than these changes nothing
    /// any more. Ours.
    @WithDefault("60")
    int rememberedDays();

    /// Ships of a partition whose rules are kept in memory; others are worked out anew from their
    /// samples when they are heard. Ours.
    @WithDefault("8000")
    int shipsInMemory();

    /// With more days than this remembered, late data waits up to a second to be worked in, so that
    /// an old file does not work out years for each of its frames. Ours.
    @WithDefault("7")
    int promptDays();
}
