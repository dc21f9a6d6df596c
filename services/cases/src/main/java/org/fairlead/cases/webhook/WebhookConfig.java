package org.fairlead.cases.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How addresses are told of changes. Prefix `cases.webhook`.
@ConfigMapping(prefix = "cases.webhook")
public interface WebhookConfig {

    /// Whether addresses of private networks and of this machine are taken. On a server they are
    /// not: a webhook would reach what only the server may.
    @WithDefault("false")
    boolean allowPrivate();

    /// How often the queue is looked at.
    @WithDefault("1s")
    Duration every();

    /// How long an address may take to answer.
    @WithDefault("10s")
    Duration timeout();

    /// The wait after the first failure; it grows threefold with each, up to an hour.
    @WithDefault("5s")
    Duration firstRetry();

    /// For how long a change is tried.
    @WithDefault("24h")
    Duration retryFor();

    /// How long what the owner's last token said is believed. Then nothing is sent until the owner
    /// calls `GET /api/cases/v1/webhooks` again.
    @WithDefault("7d")
    Duration standingFor();

    /// Webhooks one owner may have.
    @WithDefault("20")
    int most();
}
