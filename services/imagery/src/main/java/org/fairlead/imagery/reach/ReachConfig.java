package org.fairlead.imagery.reach;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/// How reachable sets are told. Prefix `fairlead.reach`; all of them ours.
@ConfigMapping(prefix = "fairlead.reach")
public interface ReachConfig {

    /// A call just long enough to have been in the port.
    @WithDefault("1")
    double touchHours();

    /// A call long enough for part of a cargo.
    @WithDefault("12")
    double partialHours();

    /// A call long enough for a whole cargo.
    @WithDefault("36")
    double fullHours();

    /// Lengths of a call for which runs between two ports are counted.
    @WithDefault("12,24,36")
    List<Double> runCallHours();

    /// The ports between which runs are counted where nobody names others.
    @WithDefault("rajin")
    String runFrom();

    @WithDefault("dunai")
    String runTo();

    /// More cells than this are told as squares of half a degree.
    @WithDefault("20000")
    int mostCells();
}
