package org.fairlead.ais.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How files become frames. Prefix `ais.ingest`.
@ConfigMapping(prefix = "ais.ingest")
public interface IngestConfig {

    /// Most fixes in one frame. Whatever follows takes up a ship's state once for all her fixes in
    /// a frame, so that a file goes through much faster in large ones; a feed's are sent every
    /// second.
    @WithDefault("20000")
    int fixesPerFrame();

    /// Frames that are not full go out when this many lines have passed.
    @WithDefault("100000")
    long flushEveryLines();

    /// A full frame is held this long, in the time of its fixes, for other receivers that heard the
    /// same.
    @WithDefault("10s")
    Duration heldFor();

    /// A terrestrial source's time runs this far behind its newest report: what comes later than
    /// that is late.
    @WithDefault("10s")
    Duration terrestrialLateness();

    /// The same for sources in orbit, and for those of which nobody said how they hear.
    @WithDefault("2h")
    Duration satelliteLateness();

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
