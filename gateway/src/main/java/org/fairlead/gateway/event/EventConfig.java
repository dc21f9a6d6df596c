package org.fairlead.gateway.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// The stream of changes. Prefix `gateway.events`.
@ConfigMapping(prefix = "gateway.events")
public interface EventConfig {

    /// Changes kept for whoever was away for a moment.
    @WithDefault("1000")
    int kept();

    /// How often a line goes out when nothing happens, so that nobody in between hangs up.
    @WithDefault("15s")
    Duration keepAlive();

    /// Longest life of one connection; the next one is checked anew. A token that ends sooner ends
    /// it sooner.
    @WithDefault("10m")
    Duration longest();

    /// Changes that may wait for one slow reader before it is cut off.
    @WithDefault("512")
    int waiting();

    /// How long changes are gathered before the service that has the cases is asked who sees them.
    @WithDefault("40ms")
    Duration gather();

    /// How long that service may take. Then the connection ends, and the next one is told what was
    /// missed.
    @WithDefault("2s")
    Duration accessTimeout();
}
