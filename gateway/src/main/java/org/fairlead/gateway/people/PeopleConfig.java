package org.fairlead.gateway.people;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Where people and teams are read. Prefix `gateway.people`.
@ConfigMapping(prefix = "gateway.people")
public interface PeopleConfig {

    /// How long an answer of the identity provider is taken for true.
    @WithDefault("60s")
    Duration fresh();

    /// How long it still serves while the identity provider is away.
    @WithDefault("10m")
    Duration usable();

    /// How long the identity provider may take.
    @WithDefault("3s")
    Duration timeout();
}
