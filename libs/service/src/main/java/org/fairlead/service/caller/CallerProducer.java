package org.fairlead.service.caller;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.fairlead.service.problem.ProblemException;
import org.fairlead.service.problem.ServiceProblem;

/// Gives the caller of the present request. Inject this, then [#caller()].
@RequestScoped
public class CallerProducer {

    private final SecurityIdentity identity;

    @Inject
    CallerProducer(SecurityIdentity identity) {
        this.identity = identity;
    }

    /// @throws ProblemException `unauthenticated` when nobody is logged in
    public Caller caller() {
        if (identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null) {
            return TokenClaims.read(token);
        }
        throw new ProblemException(
                ServiceProblem.UNAUTHENTICATED, "Send a bearer token of this platform's realm.");
    }

    /// A member of any team, or a machine.
    ///
    /// @throws ProblemException `forbidden` for a token without a team
    public Caller member() {
        Caller caller = caller();
        if (caller.teams().isEmpty()) {
            throw new ProblemException(
                    ServiceProblem.FORBIDDEN,
                    "You belong to no team yet. Ask a team's lead to add you.");
        }
        return caller;
    }

    /// Somebody who may write: a person with a working role in some team, or a machine with the
    /// scope.
    public Caller writer(String scope) {
        Caller caller = member();
        boolean allowed =
                caller.isMachine()
                        ? caller.hasScope(scope)
                        : caller.hasInAnyTeam(Role.LEAD)
                                || caller.hasInAnyTeam(Role.CASE_WORKER)
                                || caller.hasInAnyTeam(Role.ANALYST)
                                || caller.hasInAnyTeam(Role.REVIEWER);
        if (!allowed) {
            throw new ProblemException(
                    ServiceProblem.FORBIDDEN,
                    caller.isMachine()
                            ? "This client lacks the scope " + scope + "."
                            : "This needs the role lead, case-worker, analyst or reviewer in a team.");
        }
        return caller;
    }

    /// The team the caller acts for: the one named, or the only one there is.
    ///
    /// @param named the header [#TEAM_HEADER], blank or absent when not given
    public String actingTeam(@org.jspecify.annotations.Nullable String named) {
        Caller caller = member();
        if (named != null && !named.isBlank()) {
            if (!caller.isMemberOf(named)) {
                throw new ProblemException(
                        ServiceProblem.FORBIDDEN, "You are not a member of that team.");
            }
            return named;
        }
        if (caller.teams().size() > 1) {
            throw new ProblemException(
                    ServiceProblem.TEAM_NEEDED,
                    "You belong to several teams: name the one you act for in the header "
                            + TEAM_HEADER
                            + ", one of "
                            + String.join(", ", caller.teams().keySet())
                            + ".");
        }
        return caller.teams().keySet().iterator().next();
    }

    public static final String TEAM_HEADER = "Fairlead-Team";
}
