package org.fairlead.gateway.session;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.oidc.runtime.CodeAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Tokens of browser sessions in the database: they outgrow a cookie, and no browser needs them.
///
/// A refresh replaces a session's id. The old one keeps working for a moment and leads to the new
/// tokens, because a page has several calls under way at once.
@ApplicationScoped
@Alternative
@Priority(1)
class TokenStore implements TokenStateManager {

    private static final String REPLACED = "fairlead.session.replaced";
    private static final int ID_BYTES = 32;

    private static final String INSERT =
            "with gone as (delete from session_tokens where ends_at < now()) "
                    + "insert into session_tokens (id_hash, sealed, ends_at) "
                    + "values ($1, $2, now() + $3 * interval '1 second')";
    private static final String SELECT =
            "select coalesce(newer.sealed, held.sealed) from session_tokens held "
                    + "left join session_tokens newer on newer.id_hash = held.successor "
                    + "and newer.ends_at > now() "
                    + "where held.id_hash = $1 and held.ends_at > now()";
    private static final String LINK =
            "update session_tokens set successor = $2 where id_hash = $1";
    private static final String EXPIRE =
            "update session_tokens set ends_at = least(ends_at, now() + $2 * interval '1 second') "
                    + "where id_hash = $1";
    private static final String DELETE =
            "delete from session_tokens where id_hash = $1 or successor = $1";

    private final Pool pool;
    private final SessionConfig config;
    private final TokenSeal seal;
    private final SecureRandom random = new SecureRandom();

    TokenStore(Pool pool, SessionConfig config) {
        this.pool = pool;
        this.config = config;
        this.seal = new TokenSeal(config.secret());
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext context,
            OidcTenantConfig tenant,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> request) {
        String id = newId();
        Long seconds = context.get(CodeAuthenticationMechanism.SESSION_MAX_AGE_PARAM);
        var row = Tuple.of(key(id), Buffer.buffer(seal.seal(written(tokens))), seconds);
        return pool.preparedQuery(INSERT)
                .execute(row)
                .call(inserted -> link(context.get(REPLACED), id))
                .replaceWith(id)
                .onFailure()
                .transform(fault -> new AuthenticationFailedException("session not kept", fault));
    }

    private Uni<?> link(@Nullable String replaced, String id) {
        return replaced == null
                ? Uni.createFrom().voidItem()
                : pool.preparedQuery(LINK).execute(Tuple.of(key(replaced), key(id)));
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext context,
            OidcTenantConfig tenant,
            String id,
            OidcRequestContext<AuthorizationCodeTokens> request) {
        return pool.preparedQuery(SELECT).execute(Tuple.of(key(id))).map(this::read);
    }

    private AuthorizationCodeTokens read(RowSet<Row> rows) {
        var row = rows.iterator();
        if (!row.hasNext()) {
            throw new AuthenticationFailedException("no such session");
        }
        return read(new JsonObject(seal.open(row.next().getBuffer(0).getBytes())));
    }

    @Override
    public Uni<Void> deleteTokens(
            RoutingContext context,
            OidcTenantConfig tenant,
            String id,
            OidcRequestContext<Void> request) {
        if (context.normalizedPath().equals(LoginResource.LOGOUT)) {
            return pool.preparedQuery(DELETE).execute(Tuple.of(key(id))).replaceWithVoid();
        }
        context.put(REPLACED, id);
        return pool.preparedQuery(EXPIRE)
                .execute(Tuple.of(key(id), config.grace().toSeconds()))
                .replaceWithVoid();
    }

    private static String written(AuthorizationCodeTokens tokens) {
        return new JsonObject()
                .put("id", tokens.getIdToken())
                .put("access", tokens.getAccessToken())
                .put("refresh", tokens.getRefreshToken())
                .put("expiresIn", tokens.getAccessTokenExpiresIn())
                .put("scope", tokens.getAccessTokenScope())
                .encode();
    }

    private static AuthorizationCodeTokens read(JsonObject tokens) {
        return new AuthorizationCodeTokens(
                tokens.getString("id"),
                tokens.getString("access"),
                tokens.getString("refresh"),
                tokens.getLong("expiresIn"),
                tokens.getString("scope"));
    }

    private String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Buffer key(String id) {
        return Buffer.buffer(TokenSeal.hash(id));
    }
}
