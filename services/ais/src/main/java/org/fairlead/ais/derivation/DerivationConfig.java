package org.fairlead.ais.derivation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How fixes are brought into order. Prefix `ais.derivation`.
@ConfigMapping(prefix = "ais.derivation")
public interface DerivationConfig {

    /// A fix waits for older ones until its source has come this much farther.
    @WithDefault("1m")
    Duration orderWithin();

    /// Fixes that need not wait any more are handed on together, once the oldest of a ship has
    /// waited for this much more: a ship costs most when she is looked at, whatever she brings. Her
    /// first fix after a pause of this length is handed on without.
    @WithDefault("3m")
    Duration gatherWithin();

    /// Once so many of a ship need not wait any more, they are handed on without waiting for
    /// others.
    @WithDefault("16")
    int gatherMost();

    /// When nothing comes of a source for this long, what waits of it goes on in the order it has.
    @WithDefault("10s")
    Duration idleAfter();
}
