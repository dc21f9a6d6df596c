package org.fairlead.messaging.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How the outbox is emptied. Prefix `fairlead.outbox`.
@ConfigMapping(prefix = "fairlead.outbox")
public interface OutboxConfig {

    /// How often the table is looked at.
    @WithDefault("100ms")
    Duration every();

    /// Most events published in one go.
    @WithDefault("500")
    int batchSize();

    /// How long a published event stays readable in the table.
    @WithDefault("3d")
    Duration keepPublished();

    /// `source` of the CloudEvents: which service speaks.
    @WithDefault("/fairlead")
    String source();
}
