package org.fairlead.sanctions.list;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// When a well-formed file is still too unlike the version before it to be believed. Prefix
/// `fairlead.sanctions.acceptance`.
@ConfigMapping(prefix = "fairlead.sanctions.acceptance")
public interface AcceptancePolicy {

    /// Largest share of entries that may go within one [#period()].
    @WithDefault("0.05")
    double largestLoss();

    /// Largest share of entries that may come within one [#period()].
    @WithDefault("0.30")
    double largestGrowth();

    /// Time between two observations for which the shares hold; over several such periods they
    /// compound. Lists change: two observations two years apart may differ by more than two of one
    /// week.
    @WithDefault("90d")
    Duration period();
}
