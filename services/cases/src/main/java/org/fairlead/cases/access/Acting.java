package org.fairlead.cases.access;

import org.fairlead.cases.lifecycle.CaseState;
import org.fairlead.cases.problem.CaseProblem;
import org.fairlead.service.caller.Caller;
import org.fairlead.service.problem.ProblemException;
import org.fairlead.service.problem.ServiceProblem;
import org.jspecify.annotations.Nullable;

/// A caller acting for one of the teams they belong to.
public record Acting(Caller caller, String team) {

    public Actor actor() {
        return new Actor(caller.subject(), caller.username());
    }

    public boolean may(Action action, @Nullable CaseState state) {
        return CasePolicy.decide(caller, team, action, state) == CasePolicy.Decision.ALLOWED;
    }

    /// @throws ProblemException `forbidden` or `case-closed`
    public Acting must(Action action, @Nullable CaseState state) {
        return switch (CasePolicy.decide(caller, team, action, state)) {
            case ALLOWED -> this;
            case FORBIDDEN ->
                    throw new ProblemException(
                            ServiceProblem.FORBIDDEN,
                            caller.isMachine()
                                    ? refusalOfClient(action)
                                    : "Your role in %s does not allow this.".formatted(team));
            case CLOSED ->
                    throw new ProblemException(
                            CaseProblem.CASE_CLOSED,
                            "The case is closed. Reopen it to change anything in it.");
        };
    }

    private static String refusalOfClient(Action action) {
        return CasePolicy.scopeFor(action)
                .map("This client lacks the scope %s for that."::formatted)
                .orElse("Clients do not read the audit log.");
    }
}
