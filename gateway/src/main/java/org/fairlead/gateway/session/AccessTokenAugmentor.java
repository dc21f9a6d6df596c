package org.fairlead.gateway.session;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/// Makes the access token the caller of a browser session: teams and roles are in it, and the ID
/// token has neither. The login has verified it (`verify-access-token`).
@ApplicationScoped
class AccessTokenAugmentor implements SecurityIdentityAugmentor {

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context) {
        var access = identity.getCredential(AccessTokenCredential.class);
        boolean isSession = identity.getCredential(IdTokenCredential.class) != null;
        return Uni.createFrom()
                .item(() -> isSession && access != null ? speakingBy(identity, access) : identity);
    }

    private static SecurityIdentity speakingBy(
            SecurityIdentity identity, AccessTokenCredential access) {
        try {
            var claims =
                    new JwtConsumerBuilder()
                            .setSkipSignatureVerification()
                            .setSkipAllValidators()
                            .build()
                            .processToClaims(access.getToken());
            claims.setClaim("raw_token", access.getToken());
            return QuarkusSecurityIdentity.builder(identity)
                    .setPrincipal(new OidcJwtCallerPrincipal(claims, access))
                    .build();
        } catch (InvalidJwtException fault) {
            throw new AuthenticationFailedException("access token is no JWT", fault);
        }
    }
}
