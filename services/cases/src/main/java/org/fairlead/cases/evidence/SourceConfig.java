package org.fairlead.cases.evidence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Where records are fetched that become evidence. Prefix `cases.source`.
@ConfigMapping(prefix = "cases.source")
public interface SourceConfig {

    /// The ais service.
    String aisUrl();

    /// The imagery service.
    String imageryUrl();

    /// The sanctions service.
    String sanctionsUrl();

    /// How long a source may take to answer.
    @WithDefault("3s")
    Duration deadline();

    /// Largest record that is frozen.
    @WithDefault("8388608")
    int largestBytes();
}
