package org.fairlead.gateway.door;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Somebody with a verified access token of this platform.
///
/// @param accessToken as it goes on to the services, which verify it themselves
public record Entry(String subject, String client, String accessToken) {

    private static final String AUDIENCE = "fairlead";
    private static final Set<HttpMethod> READING =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /// Empty for nobody, and for a token that is not meant for this platform's API: an ID token
    /// used as a bearer.
    public static Optional<Entry> of(RoutingContext context) {
        if (!(context.user() instanceof QuarkusHttpUser user)) {
            return Optional.empty();
        }
        return of(user.getSecurityIdentity());
    }

    private static Optional<Entry> of(SecurityIdentity identity) {
        var access = identity.getCredential(AccessTokenCredential.class);
        if (access == null
                || !(identity.getPrincipal() instanceof JsonWebToken token)
                || token.getSubject() == null
                || token.getAudience() == null
                || !token.getAudience().contains(AUDIENCE)) {
            return Optional.empty();
        }
        Object client = token.getClaim("azp");
        return Optional.of(
                new Entry(token.getSubject(), String.valueOf(client), access.getToken()));
    }

    String key() {
        return subject + " " + client;
    }

    /// A call with a cookie, which a page of another site could make, that changes something.
    static boolean needsProofOfOrigin(RoutingContext context) {
        return context.request().getHeader("Authorization") == null
                && !READING.contains(context.request().method());
    }
}
