package org.fairlead.gateway.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/// Addresses of screens, `/inbox` or `/cases/…`: the web application draws all of them itself, so a
/// browser that opens or reloads one gets its one page.
///
/// A route of its own, because resources at `/` (the login) answer 404 before any fallback is
/// asked.
@ApplicationScoped
class ScreenRoute {

    private static final String PAGE = "/";

    /// No dot: what has one is a file.
    private static final Pattern SCREEN =
            Pattern.compile("/(?!(?:api|q|login|logout|assets)(?:/|$))[^.]+");

    void register(@Observes Router router) {
        router.get().handler(ScreenRoute::show);
    }

    private static void show(RoutingContext context) {
        if (isScreen(context.normalizedPath())) {
            context.reroute(PAGE);
        } else {
            context.next();
        }
    }

    static boolean isScreen(String path) {
        return SCREEN.matcher(path).matches();
    }
}
