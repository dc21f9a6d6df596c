package org.fairlead.cases.rounds;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How often the service looks after what is due. Prefix `cases.rounds`.
@ConfigMapping(prefix = "cases.rounds")
public interface RoundsConfig {

    /// How often leads whose time is over are escalated.
    @WithDefault("1m")
    Duration escalationEvery();

    /// How often cases whose time to be kept is over are proposed or disposed of.
    @WithDefault("1h")
    Duration retentionEvery();
}
