package org.fairlead.cases.lead;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/// Which detections become leads, for whom, and how soon they are due. Prefix `cases.lead`.
@ConfigMapping(prefix = "cases.lead")
public interface LeadConfig {

    /// Teams that each get a lead of their own from every detection.
    @WithDefault("team-gulf,team-pacific")
    List<String> teams();

    /// Shortest silence that becomes a lead.
    @WithDefault("6h")
    Duration shortestSilence();

    /// A silence at least this long is of high priority.
    @WithDefault("3d")
    Duration longSilence();

    /// A match at least this strong (0 to 1) is of high priority.
    @WithDefault("0.8")
    double strongMatch();

    /// Kinds of activity beside silences that become leads.
    @WithDefault(
            "encounter,loitering,teleport,cloning,circling,position-zone,identity-change,identity-conflict,draught-change,port-visit")
    List<String> activityKinds();

    /// Time to decide on a lead of priority urgent.
    @WithDefault("4h")
    Duration urgentWithin();

    /// Time to decide on a lead of priority high.
    @WithDefault("1d")
    Duration highWithin();

    /// Time to decide on a lead of priority normal.
    @WithDefault("3d")
    Duration normalWithin();

    /// Time to decide on a lead of priority low.
    @WithDefault("14d")
    Duration lowWithin();

    /// A lead counts as due this long before its time.
    @WithDefault("1d")
    Duration dueSoon();
}
