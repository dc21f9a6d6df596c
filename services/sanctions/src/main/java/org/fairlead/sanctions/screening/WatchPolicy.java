package org.fairlead.sanctions.screening;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// When a vessel on AIS is told to be one of a list. Prefix `fairlead.sanctions.watch`.
@ConfigMapping(prefix = "fairlead.sanctions.watch")
public interface WatchPolicy {

    /// Lowest score of a vessel that shares a name with an entry and no number, 0 to 1.
    @WithDefault("0.85")
    double leastByName();
}
