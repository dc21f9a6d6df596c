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

    /// When nothing comes of a source for this long, what waits of it goes on in the order it has.
    @WithDefault("10s")
    Duration idleAfter();
}
