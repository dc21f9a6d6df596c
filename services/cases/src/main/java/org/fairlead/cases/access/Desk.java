package org.fairlead.cases.access;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.fairlead.service.caller.CallerProducer;
import org.jspecify.annotations.Nullable;

/// The door of every resource: says for which team the present caller acts, or refuses.
@RequestScoped
public class Desk {

    private final CallerProducer callers;
    private final RoutingContext request;

    @Inject
    Desk(CallerProducer callers, RoutingContext request) {
        this.callers = callers;
        this.request = request;
    }

    /// For what belongs to the team as a whole: its leads, its list of cases, opening one.
    public Acting allow(Action action) {
        return acting().must(action);
    }

    /// For what belongs to a case. Whether this caller may is decided once the case is read: a
    /// grant may open what the team's own rule does not, and a refusal before that would tell of
    /// it.
    public Acting atCase(Action action) {
        return acting().mustHaveScope(action);
    }

    private Acting acting() {
        return new Acting(callers.caller(), callers.actingTeam(namedTeam()));
    }

    /// A link cannot carry a header, so the team may also stand in the query.
    private @Nullable String namedTeam() {
        String header = request.request().getHeader(CallerProducer.TEAM_HEADER);
        return header == null ? request.request().getParam("team") : header;
    }

    /// The token as it came, to be shown to the services that hold the records.
    public String authorization() {
        String header = request.request().getHeader("Authorization");
        return header == null ? "" : header;
    }
}
