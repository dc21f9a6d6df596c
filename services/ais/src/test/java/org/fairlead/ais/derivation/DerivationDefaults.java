package org.fairlead.ais.derivation;

import java.time.Duration;

/// The settings as they are when nobody sets any; [DerivationConfigTest] holds them against the
/// interface.
public record DerivationDefaults(
        Duration orderWithin, Duration gatherWithin, int gatherMost, Duration idleAfter)
        implements DerivationConfig {

    public static final DerivationDefaults VALUES =
            new DerivationDefaults(
                    Duration.ofMinutes(1), Duration.ofMinutes(3), 16, Duration.ofSeconds(10));
}
