package org.fairlead.gateway.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/// Security and cache headers on every answer.
@ApplicationScoped
class HeaderRoute {

    private static final int BEFORE_AUTHENTICATION = 900;
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    private final WebConfig config;

    HeaderRoute(WebConfig config) {
        this.config = config;
    }

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    security(context);
                    // Last of all, because what serves files has rules of its own.
                    context.addHeadersEndHandler(written -> cache(context));
                    context.next();
                },
                BEFORE_AUTHENTICATION);
    }

    private void security(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set("Content-Security-Policy", config.contentSecurityPolicy())
                .set("X-Content-Type-Options", "nosniff")
                .set("X-Frame-Options", "DENY")
                .set("Referrer-Policy", "same-origin")
                .set("Cross-Origin-Opener-Policy", "same-origin")
                .set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        if (!isLocal(context.request())) {
            headers.set(
                    "Strict-Transport-Security",
                    "max-age=%d; includeSubDomains"
                            .formatted(config.strictTransport().toSeconds()));
        }
    }

    private static boolean isLocal(HttpServerRequest request) {
        return request.authority() == null
                || LOCAL.contains(request.authority().host())
                || request.authority().host().endsWith(".localhost");
    }

    private static void cache(RoutingContext context) {
        MultiMap headers = context.response().headers();
        boolean isOk = context.response().getStatusCode() < 400;
        CacheRule.of(context.normalizedPath(), isOk, headers.get("Cache-Control"))
                .ifPresent(rule -> headers.set("Cache-Control", rule));
    }
}
