package org.fairlead.ais.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How files become frames. Prefix `ais.ingest`.
@ConfigMapping(prefix = "ais.ingest")
public interface IngestConfig {

    /// Most fixes in one frame.
    @WithDefault("500")
    int fixesPerFrame();

    /// Frames that are not full go out when this many lines have passed.
    @WithDefault("100000")
    long flushEveryLines();

    /// The same report heard again within this time is a duplicate (AisLib).
    @WithDefault("10s")
    Duration duplicateWithin();

    /// A file in which nobody at all is heard for this long has a hole: no silence is judged across
    /// it.
    @WithDefault("2h")
    Duration outageAfter();

    /// Fewer transmitters than this heard before cannot tell a receiver's outage from a silence.
    @WithDefault("10")
    int outageLeastTransmitters();

    /// How far a report may be ahead of its upload; later ones carry a wrong clock.
    @WithDefault("24h")
    Duration futureTolerance();

    /// A compressed file that unfolds to more is read up to here.
    @WithDefault("53687091200")
    long maxDecompressedBytes();
}
