package org.fairlead.gateway.provider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Where the identity provider is, and as whom the gateway asks it. Prefix `gateway.provider`.
@ConfigMapping(prefix = "gateway.provider")
interface ProviderConfig {

    /// The identity provider's address.
    @WithDefault("${FAIRLEAD_KEYCLOAK_URL:http://localhost:8085}")
    String serverUrl();

    /// The realm.
    @WithDefault("fairlead")
    String realm();

    /// The platform's own client: it may read people and manage clients.
    @WithDefault("${FAIRLEAD_SERVICES_CLIENT_ID:fairlead-services}")
    String clientId();

    /// Its secret.
    @WithDefault("${FAIRLEAD_SERVICES_CLIENT_SECRET}")
    String clientSecret();
}
