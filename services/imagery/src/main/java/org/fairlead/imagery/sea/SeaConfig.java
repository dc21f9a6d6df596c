package org.fairlead.imagery.sea;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/// Where the sea comes from. Prefix `fairlead.seas`.
@ConfigMapping(prefix = "fairlead.seas")
public interface SeaConfig {

    /// The file with the graph of navigable water, made by `BuildSeaGraph`. Where it is missing and
    /// the heap has 1.4 GB it is built at the start; with less, verdicts rest on straight lines and
    /// reachable sets are refused. Absent: in the temporary directory.
    Optional<Path> graph();

    /// The directory with ports and zones an operator imported. Absent: none.
    Optional<Path> imported();
}
