package org.fairlead.cases.evidence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How exhibits are held against their hashes. Prefix `cases.verification`.
@ConfigMapping(prefix = "cases.verification")
public interface VerificationConfig {

    /// How often all of them are.
    @WithDefault("24h")
    Duration every();

    /// How many are read in one transaction.
    @WithDefault("200")
    int batchItems();
}
