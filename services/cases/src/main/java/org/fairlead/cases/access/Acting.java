package org.fairlead.cases.access;

import org.fairlead.cases.problem.CaseProblem;
import org.fairlead.service.caller.Caller;
import org.fairlead.service.problem.ProblemException;
import org.fairlead.service.problem.ServiceProblem;

/// A caller acting for one of the teams they belong to.
public record Acting(Caller caller, String team) {

    public Actor actor() {
        return new Actor(caller.subject(), caller.username());
    }

    public boolean may(Action action, CaseAccess wanted) {
        return CasePolicy.decide(caller, team, action, wanted) == CasePolicy.Decision.ALLOWED;
    }

    /// Of the team itself, where no case is concerned.
    ///
    /// @throws ProblemException `forbidden`
    Acting must(Action action) {
        if (!CasePolicy.allows(caller, team, action)) {
            throw forbidden(action);
        }
        return this;
    }

    /// @throws ProblemException `not-found`, `forbidden` or `case-closed`
    public Acting must(Action action, CaseAccess wanted) {
        return switch (CasePolicy.decide(caller, team, action, wanted)) {
            case ALLOWED -> this;
            case HIDDEN -> throw ProblemException.notFound();
            case FORBIDDEN -> throw forbidden(action);
            case CLOSED ->
                    throw new ProblemException(
                            CaseProblem.CASE_CLOSED,
                            "The case is closed. Reopen it to change anything in it.");
        };
    }

    /// A client without any scope for the action is told so before anything is looked up.
    Acting mustHaveScope(Action action) {
        if (caller.isMachine()
                && CasePolicy.scopesFor(action).stream().noneMatch(caller::hasScope)) {
            throw forbidden(action);
        }
        return this;
    }

    private ProblemException forbidden(Action action) {
        return new ProblemException(
                ServiceProblem.FORBIDDEN,
                caller.isMachine()
                        ? refusalOfClient(action)
                        : "Your role does not allow this. A lead of the team or of the case can give you one that does.");
    }

    private static String refusalOfClient(Action action) {
        return CasePolicy.needs(action)
                .map("This client lacks the scope %s for that."::formatted)
                .orElse("No client may do that, whatever its scopes.");
    }
}
