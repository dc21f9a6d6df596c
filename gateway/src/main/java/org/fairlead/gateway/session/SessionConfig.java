package org.fairlead.gateway.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How browser sessions are kept. Prefix `gateway.session`.
@ConfigMapping(prefix = "gateway.session")
public interface SessionConfig {

    /// What the tokens in the database are sealed with: 32 characters or more, the same on every
    /// replica.
    @WithDefault("${quarkus.oidc.token-state-manager.encryption-secret}")
    String secret();

    /// How long a session id still works after a refresh replaced it: calls of one page that were
    /// under way with the old one.
    @WithDefault("60s")
    Duration grace();
}
