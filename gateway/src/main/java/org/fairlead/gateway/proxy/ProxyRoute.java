package org.fairlead.gateway.proxy;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fairlead.gateway.door.Entry;
import org.fairlead.gateway.problem.ProblemWriter;
import org.fairlead.service.problem.ServiceProblem;

/// `/api/<part>/v1/…` to the service of that name, and nothing else.
@ApplicationScoped
class ProxyRoute {

    /// After the door.
    private static final int ORDER = -50;

    private final Map<String, Upstream> upstreams;
    private final Pattern uploads;
    private final ProxyConfig config;
    private final ProblemWriter problems;

    ProxyRoute(Vertx vertx, ProxyConfig config, ProblemWriter problems) {
        this.config = config;
        this.problems = problems;
        this.uploads = Pattern.compile(String.join("|", config.uploads()));
        this.upstreams =
                config.parts().entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey,
                                        part ->
                                                new Upstream(
                                                        vertx,
                                                        part.getKey(),
                                                        part.getValue(),
                                                        config)));
    }

    void register(@Observes Router router) {
        for (String part : upstreams.keySet()) {
            router.route("/api/" + part + "/*").order(ORDER).handler(this::forward);
        }
    }

    private void forward(RoutingContext context) {
        Optional.ofNullable(context.request().path())
                .flatMap(ApiPath::parse)
                .filter(path -> upstreams.containsKey(path.part()))
                .ifPresentOrElse(
                        path -> forward(context, path),
                        () ->
                                problems.refuse(
                                        context,
                                        ServiceProblem.NOT_FOUND,
                                        "There is nothing here under that address."));
    }

    private void forward(RoutingContext context, ApiPath path) {
        var upstream = upstreams.get(path.part());
        Entry entry = Entry.of(context).orElseThrow();
        if (upstream != null) {
            new Exchange(context, upstream, problems, bodyLimit(context, path)).start(entry);
        }
    }

    private long bodyLimit(RoutingContext context, ApiPath path) {
        String call = context.request().method().name() + " " + path.raw();
        var limit = uploads.matcher(call).matches() ? config.uploadLimit() : config.bodyLimit();
        return limit.asLongValue();
    }
}
