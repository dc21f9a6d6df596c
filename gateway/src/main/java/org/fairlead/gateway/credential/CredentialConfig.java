package org.fairlead.gateway.credential;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Credentials of integrators. Prefix `gateway.credentials`.
@ConfigMapping(prefix = "gateway.credentials")
interface CredentialConfig {

    /// How long the identity provider's word on a client is taken for true.
    @WithDefault("15s")
    Duration fresh();

    /// Clients a team may have.
    @WithDefault("50")
    int mostPerTeam();

    /// Where clients get their tokens, for whoever was just given a credential.
    @WithDefault("${quarkus.oidc.auth-server-url}/protocol/openid-connect/token")
    String tokenUrl();
}
