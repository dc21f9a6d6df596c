package org.fairlead.gateway.provider;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;

/// The way into the identity provider. Everything reached through it blocks.
@ApplicationScoped
public class ProviderStore {

    private final Keycloak keycloak;
    private final ProviderConfig config;

    ProviderStore(ProviderConfig config) {
        this.config = config;
        this.keycloak =
                KeycloakBuilder.builder()
                        .serverUrl(config.serverUrl())
                        .realm(config.realm())
                        .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                        .clientId(config.clientId())
                        .clientSecret(config.clientSecret())
                        .build();
    }

    public RealmResource realm() {
        return keycloak.realm(config.realm());
    }

    public String realmName() {
        return config.realm();
    }

    /// What the admin client does not know yet, by an interface of ours.
    public <T> T proxy(Class<T> type) {
        return keycloak.proxy(type, URI.create(config.serverUrl()));
    }

    /// The platform's own access token, for services that are asked where no user is.
    public String accessToken() {
        return keycloak.tokenManager().getAccessTokenString();
    }

    @PreDestroy
    void close() {
        keycloak.close();
    }
}
