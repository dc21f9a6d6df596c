package org.fairlead.cases.access;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.fairlead.service.caller.Caller;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.problem.ProblemException;
import org.fairlead.service.problem.ServiceProblem;
import org.jspecify.annotations.Nullable;

/// The door of every resource: says for which team the present caller acts, or refuses.
@RequestScoped
public class Desk {

    private static final String PLATFORM_ADMIN = "platform-admin";

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

    /// For what every member of a team may know: how the team has set itself up. It says nothing of
    /// any case.
    public Acting member() {
        return acting().mustHaveScope(Action.READ);
    }

    /// For what belongs to the platform as a whole and to no team: no content of any case.
    ///
    /// @throws ProblemException `forbidden` for whoever is no administrator of the platform
    public Actor platformAdministrator() {
        Caller caller = callers.caller();
        if (caller.isMachine() || !caller.realmRoles().contains(PLATFORM_ADMIN)) {
            throw new ProblemException(
                    ServiceProblem.FORBIDDEN, "This needs the role platform-admin.");
        }
        return new Actor(caller.subject(), caller.username());
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
