package org.fairlead.gateway.door;

import io.quarkus.security.AuthenticationException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.fairlead.gateway.problem.GatewayProblem;
import org.fairlead.gateway.problem.ProblemWriter;
import org.fairlead.gateway.rate.Allowance;
import org.fairlead.gateway.rate.RateLimiter;
import org.fairlead.service.problem.ServiceProblem;
import org.jboss.logging.Logger;

/// Stands before every route of the API: who is nobody, calls too often or comes from a page of
/// another site gets no further.
@ApplicationScoped
class DoorRoute {

    /// After the extension's authentication (-200) and authorization (-100), before every route.
    private static final int ORDER = -90;

    private static final int BEFORE_EVERYTHING = 1000;
    private static final int AFTER_EVERYTHING = 100_000;
    private static final String SESSION_COOKIE = "q_session";
    private static final Logger LOG = Logger.getLogger(DoorRoute.class);

    private final RateLimiter limiter;
    private final ProblemWriter problems;

    DoorRoute(RateLimiter limiter, ProblemWriter problems) {
        this.limiter = limiter;
        this.problems = problems;
    }

    /// Holds bodies back until a route asks for them: authentication takes a moment.
    void holdBodies(@Observes Filters filters) {
        filters.register(
                context -> {
                    context.request().pause();
                    context.next();
                },
                BEFORE_EVERYTHING);
    }

    void guard(@Observes Router router) {
        router.route("/api/*").order(ORDER).handler(this::admit).failureHandler(this::failed);
        router.route("/api/*").order(AFTER_EVERYTHING).handler(this::nothingHere);
    }

    private void admit(RoutingContext context) {
        Optional<Entry> entry = Entry.of(context);
        if (!isWithinLimits(context, entry)) {
            return;
        }
        if (entry.isEmpty()) {
            refuseNobody(context);
        } else if (Entry.needsProofOfOrigin(context)
                && !"browser".equals(context.request().getHeader("Fairlead-Request"))) {
            problems.refuse(
                    context,
                    GatewayProblem.CSRF,
                    "A call with the session cookie that changes something carries the header Fairlead-Request: browser.");
        } else {
            context.next();
        }
    }

    private boolean isWithinLimits(RoutingContext context, Optional<Entry> entry) {
        if (!limiter.isEnabled()) {
            return true;
        }
        var request = context.request();
        Allowance allowance =
                entry.map(caller ->
                                limiter.ofCaller(
                                        caller.key(),
                                        request.method().name(),
                                        context.normalizedPath()))
                        .orElseGet(() -> limiter.ofAddress(request.remoteAddress().hostAddress()));
        announce(context, allowance);
        if (!allowance.isGranted()) {
            context.response().putHeader("Retry-After", "" + allowance.waitSeconds());
            problems.refuse(
                    context,
                    GatewayProblem.RATE_LIMITED,
                    "Wait %d s, then go on more slowly.".formatted(allowance.waitSeconds()));
        }
        return allowance.isGranted();
    }

    /// The fields of the IETF draft "RateLimit header fields for HTTP".
    private static void announce(RoutingContext context, Allowance allowance) {
        context.response()
                .putHeader("RateLimit-Policy", "\"caller\";q=" + allowance.burst())
                .putHeader(
                        "RateLimit",
                        "\"caller\";r=%d;t=%d"
                                .formatted(allowance.left(), allowance.waitSeconds()));
    }

    /// What the extension could not authenticate ends here: a bad bearer token, an ended session.
    private void failed(RoutingContext context) {
        if (context.failure() instanceof AuthenticationException) {
            if (isWithinLimits(context, Optional.empty())) {
                refuseNobody(context);
            }
        } else {
            LOG.errorf(context.failure(), "unforeseen path=%s", context.normalizedPath());
            problems.refuse(
                    context,
                    ServiceProblem.INTERNAL,
                    "It has been logged. Quote the trace id when you report it.");
        }
    }

    private void refuseNobody(RoutingContext context) {
        boolean hadSession =
                context.request().getHeader("Authorization") == null
                        && context.request().cookies().stream()
                                .anyMatch(cookie -> cookie.getName().startsWith(SESSION_COOKIE));
        if (hadSession) {
            problems.refuse(
                    context, GatewayProblem.SESSION_ENDED, "Log in again; nothing was changed.");
        } else {
            context.response().putHeader("WWW-Authenticate", "Bearer");
            problems.refuse(
                    context,
                    ServiceProblem.UNAUTHENTICATED,
                    "Log in, or send a bearer token of this platform's realm that has not expired.");
        }
    }

    private void nothingHere(RoutingContext context) {
        problems.refuse(
                context, ServiceProblem.NOT_FOUND, "There is nothing here under that address.");
    }
}
