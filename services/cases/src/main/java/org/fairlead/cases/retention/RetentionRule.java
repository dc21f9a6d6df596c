package org.fairlead.cases.retention;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.fairlead.cases.lifecycle.Outcome;
import org.fairlead.cases.lifecycle.Slug;
import org.fairlead.cases.request.Fields;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// How long closed cases of an outcome are kept, and what happens then. A legal hold beats it.
///
/// @param outcome absent: of every outcome without a rule of its own
/// @param keepDays counted from the day the case was closed
public record RetentionRule(
        @Nullable Outcome outcome, @Nullable Integer keepDays, @Nullable Mode mode) {

    static final int LONGEST_DAYS = 36_500;

    /// What happens at the end.
    public enum Mode implements Slug {
        /// The team is asked, by a task in the case.
        @JsonProperty("propose")
        PROPOSE,
        /// The case is gone.
        @JsonProperty("dispose")
        DISPOSE
    }

    RetentionRule checked(String at) {
        int days = Fields.required(at + "/keepDays", keepDays);
        if (days < 1 || days > LONGEST_DAYS) {
            throw ProblemException.invalid(
                    at + "/keepDays", "expected 1 to %d, was %d".formatted(LONGEST_DAYS, days));
        }
        return new RetentionRule(outcome, days, Fields.required(at + "/mode", mode));
    }
}
