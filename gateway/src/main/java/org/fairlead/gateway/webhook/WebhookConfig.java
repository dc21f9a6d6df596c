package org.fairlead.gateway.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/// Webhooks. Prefix `gateway.webhooks`.
@ConfigMapping(prefix = "gateway.webhooks")
public interface WebhookConfig {

    /// Waits between attempts; each is lengthened or shortened by up to a fifth. Together a day.
    @WithDefault("5s,30s,2m,10m,30m,1h,2h,4h,8h,8h")
    List<Duration> retries();

    /// Patience with a receiver, from connecting to its answer.
    @WithDefault("15s")
    Duration timeout();

    /// Longest wait that a receiver's `Retry-After` may ask for.
    @WithDefault("1h")
    Duration longestRetryAfter();

    /// How often due deliveries are looked for.
    @WithDefault("500ms")
    Duration every();

    /// Deliveries under way to one webhook at once.
    @WithDefault("4")
    int atOncePerWebhook();

    /// Deliveries under way on one replica.
    @WithDefault("64")
    int atOnce();

    /// How long a replaced secret still signs beside the new one.
    @WithDefault("24h")
    Duration oldSecretFor();

    /// How long the log of deliveries is kept.
    @WithDefault("30d")
    Duration kept();

    /// Webhooks a team may have.
    @WithDefault("20")
    int mostPerTeam();

    /// Whether addresses inside this network may be told, and plain HTTP: for trying things out on
    /// one machine, never where strangers register webhooks.
    @WithDefault("false")
    boolean privateAddresses();

    /// Whether this replica delivers.
    @WithDefault("true")
    boolean delivers();
}
