package org.fairlead.sanctions.screen;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Bounds of screening. Prefix `fairlead.sanctions.screen`.
@ConfigMapping(prefix = "fairlead.sanctions.screen")
public interface ScreenConfig {

    /// Corpora kept in memory: the current one, and those of dates asked about lately.
    @WithDefault("4")
    int corporaKept();

    /// Queries of one request at most.
    @WithDefault("10000")
    int mostQueries();

    /// From more queries than this on, the answer comes line by line.
    @WithDefault("100")
    int streamedAbove();

    /// How long a question waits for the corpus of a version that has just come; then the version
    /// before answers, and the answer says so.
    @WithDefault("2s")
    Duration waitForNewest();
}
