package org.fairlead.ais.hygiene;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// What is believed of a report. Prefix `ais.hygiene`.
@ConfigMapping(prefix = "ais.hygiene")
public interface HygieneConfig {

    /// The same report heard again within this time is a duplicate (AisLib).
    @WithDefault("10s")
    Duration duplicateWithin();

    /// A time of receipt and the UTC second in the report are brought together when they are at
    /// most this far apart; farther apart one of them is wrong, and the receiver's other reports
    /// say which.
    @WithDefault("10s")
    Duration secondWithin();

    /// A receiver whose clock is off by more than this, in an hour, is left out for that hour
    /// (Global Fishing Watch); a clock that is off by one whole hour, give or take this, is put
    /// right.
    @WithDefault("30s")
    Duration clockTolerance();

    /// Reports that must show the same error before a receiver's clock is judged.
    @WithDefault("5")
    int clockEvidence();

    /// Faster than this against the fix before is no ship (AisLib).
    @WithDefault("80")
    double fastestKnots();

    /// Times are only this exact: so much longer a ship may have sailed between two fixes.
    @WithDefault("10s")
    Duration timeSlack();

    /// Two impossible fixes that agree with each other within this time are a second ship, or a
    /// place that is kept up: from the second on they are kept.
    @WithDefault("1h")
    Duration agreeWithin();

    /// A long-range report (message 27) is not used this long after a better fix of the same ship
    /// (Global Fishing Watch).
    @WithDefault("1h")
    Duration betterFixFor();

    /// A source's time runs on by itself up to this far; a longer jump ahead must be confirmed.
    @WithDefault("1h")
    Duration jumpAfter();

    /// Transmitters that confirm a jump.
    @WithDefault("3")
    int jumpConfirmedBy();

    /// Reports from the old time, or waiting for the jump, after which it is given up.
    @WithDefault("200")
    int jumpGivenUpAfter();
}
