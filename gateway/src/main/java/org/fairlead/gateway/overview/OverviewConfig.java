package org.fairlead.gateway.overview;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/// How the parts are looked at. Prefix `gateway.overview`; the parts are those of the proxy.
@ConfigMapping(prefix = "gateway.overview")
public interface OverviewConfig {

    /// Address of each service by its name.
    Map<String, URI> parts();

    /// The identity provider's address that answers when it is well.
    @WithDefault("${quarkus.oidc.auth-server-url:}/.well-known/openid-configuration")
    String identityProvider();

    /// How long a part may take to say how it is.
    @WithDefault("2s")
    Duration timeout();

    /// How long a complete API description is kept.
    @WithDefault("60s")
    Duration describedFor();
}
