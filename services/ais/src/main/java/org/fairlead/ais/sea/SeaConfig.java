package org.fairlead.ais.sea;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/// Where the sea comes from. Prefix `fairlead.seas`.
@ConfigMapping(prefix = "fairlead.seas")
public interface SeaConfig {

    /// The file with the graph of navigable water, made by `BuildSeaGraph`. Absent or unusable:
    /// distances are straight lines, and say so.
    Optional<Path> graph();

    /// The directory with the ports an operator imported. Absent: those that come with Fairlead.
    Optional<Path> imported();
}
