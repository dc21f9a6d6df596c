package org.fairlead.ais.history;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// When identity and draught count. Prefix `ais.identity`.
@ConfigMapping(prefix = "ais.identity")
public interface HistoryConfig {

    /// Two names or IMO numbers said over the same time at least this long are a conflict; less is
    /// the time a change takes. Ours.
    @WithDefault("30m")
    Duration atOnceFor();

    /// Lengths and beams that differ by less are typing. Ours.
    @WithDefault("5")
    int sizeDiffersMetres();

    /// Draughts that differ by less are typing, or fuel. Ours.
    @WithDefault("0.5")
    double draughtDiffersMetres();

    /// A draught counts for a silence when it was sent within this time of its end. Ours.
    @WithDefault("3d")
    Duration draughtWithin();

    /// Silences and visits remembered of a ship. Ours.
    @WithDefault("500")
    int remembered();
}
