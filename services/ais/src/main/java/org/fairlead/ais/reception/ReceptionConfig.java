package org.fairlead.ais.reception;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How well ships are heard, by cell. Prefix `ais.reception`.
@ConfigMapping(prefix = "ais.reception")
public interface ReceptionConfig {

    /// With fewer ships than this nothing is known of reception.
    @WithDefault("8")
    int leastShips();

    /// With fewer ships than this that left the cells around within the days around, it is not
    /// known whether ships are lost there.
    @WithDefault("12")
    int leastStays();

    /// Where receivers ashore lose a larger share of the ships that are about, their range ends:
    /// they say nothing of one ship that is not heard any more.
    @WithDefault("0.05")
    double mostLostShare();

    /// Slower than this a ship does not leave the receivers' range in the hours looked at.
    @WithDefault("2.0")
    double underWayKnots();

    /// So much of a silence is looked at, from its start: afterwards nobody knows where she is.
    @WithDefault("6h")
    Duration evaluatedWithin();

    /// A ship heard before and after a pause of at most this length was there all the while.
    @WithDefault("12h")
    Duration exposedWithin();

    /// With a smaller share of the slots known, it is only said that reception is not known.
    @WithDefault("0.5")
    double leastKnownShare();

    /// What was heard in cells is forgotten when nothing was added for this long.
    @WithDefault("7d")
    Duration forgottenAfter();
}
