package org.fairlead.ais.encounter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/// When two ships near each other meet. Prefix `ais.encounter`.
@ConfigMapping(prefix = "ais.encounter")
public interface EncounterConfig {

    /// Tracks are compared at multiples of this. Global Fishing Watch.
    @WithDefault("10m")
    Duration every();

    /// Pauses between reports that are bridged. Global Fishing Watch.
    @WithDefault("1h")
    Duration bridged();

    /// The wide rule: within this distance. Global Fishing Watch.
    @WithDefault("500.0")
    double wideMetres();

    /// The wide rule: at least this long. Global Fishing Watch.
    @WithDefault("2h")
    Duration wideLasts();

    /// The close rule: within this distance. Skylight.
    @WithDefault("250.0")
    double closeMetres();

    /// The close rule: at least this long. Skylight.
    @WithDefault("30m")
    Duration closeLasts();

    /// Median speed of both below this. Global Fishing Watch.
    @WithDefault("2.0")
    double medianBelowKnots();

    /// Points faster than this are under way and not looked at. Ours.
    @WithDefault("5.0")
    double pointBelowKnots();

    /// At least this far from a port or anchorage. Global Fishing Watch.
    @WithDefault("10.0")
    double fromPortKilometres();

    /// With more other slow ships than this within the wide rule's distance she lies in a harbour
    /// that no list has, and meets nobody. Ours: a tanker being lightered has two to four ships
    /// beside her, a reefer some ten catchers around her; harbours have dozens.
    @WithDefault("10")
    int crowd();

    /// Parts no farther apart than this are one encounter. Global Fishing Watch.
    @WithDefault("4h")
    Duration mergedWithin();

    /// Ship types (ITU-R M.1371-5, table 53) whose trade it is to lie beside others: they take part
    /// in no encounter, and do not loiter. Towing, dredging, diving, pilot, rescue, tug, tender,
    /// anti-pollution, law enforcement, medical.
    @WithDefault("31,32,33,34,50,51,52,53,54,55,58")
    List<Integer> serviceTypes();

    /// Ship types of which two together, or one that is slow, are at their trade: fishing.
    @WithDefault("30")
    List<Integer> fishingTypes();
}
