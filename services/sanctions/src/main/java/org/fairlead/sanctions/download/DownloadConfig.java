package org.fairlead.sanctions.download;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/// Which lists are fetched, from where and how often. Prefix `fairlead.sanctions.downloads`.
/// Without an address nothing is fetched: the platform calls nobody by itself.
@ConfigMapping(prefix = "fairlead.sanctions.downloads")
public interface DownloadConfig {

    /// Address of each list's file, by the list's id: the publisher's or a mirror of the
    /// operator's.
    Map<String, URI> addresses();

    /// Time between two looks at an address that answers.
    @WithDefault("6h")
    Duration every();

    /// Time until the second try after a failure; doubles with each further one.
    @WithDefault("5m")
    Duration firstRetry();

    /// Longest time between two tries.
    @WithDefault("24h")
    Duration longestRetry();

    /// Longest time one download may take.
    @WithDefault("15m")
    Duration timeout();

    /// How the platform names itself. OFAC's service answers 403 to nameless clients.
    @WithDefault("Fairlead/1 (sanctions lists; operated on premises)")
    String userAgent();
}
