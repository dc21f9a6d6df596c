package org.fairlead.cases.casefile;

import org.fairlead.cases.lifecycle.CaseState;
import org.fairlead.cases.lifecycle.Outcome;
import org.fairlead.cases.lifecycle.Slug;
import org.fairlead.cases.problem.CaseProblem;
import org.fairlead.cases.request.Fields;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// A step of a case to another state.
///
/// @param outcome how it ended: needed to close, meaningless otherwise
public record Transition(
        @Nullable CaseState to, @Nullable String reason, @Nullable Outcome outcome) {

    private static final int LONGEST_REASON = 2_000;

    /// @throws ProblemException when the table does not have the step, or it lacks what it needs
    Transition checkedFrom(CaseState from) {
        CaseState target = Fields.required("/to", to);
        String why = Fields.optionalText("/reason", reason, LONGEST_REASON);
        if (!from.canBecome(target)) {
            throw new ProblemException(
                    CaseProblem.TRANSITION_NOT_ALLOWED,
                    "From %s a case can become: %s."
                            .formatted(
                                    from.slug(),
                                    String.join(
                                            ", ", from.next().stream().map(Slug::slug).toList())));
        }
        if (target == CaseState.CLOSED && outcome == null) {
            throw ProblemException.invalid("/outcome", "a closed case has an outcome");
        }
        if (target != CaseState.CLOSED && outcome != null) {
            throw ProblemException.invalid("/outcome", "only a closed case has an outcome");
        }
        if (target.needsReason() && why == null) {
            throw ProblemException.invalid("/reason", "say why it becomes " + target.slug());
        }
        return new Transition(target, why, outcome);
    }
}
