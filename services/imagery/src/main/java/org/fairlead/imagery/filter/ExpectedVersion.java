package org.fairlead.imagery.filter;

import org.fairlead.service.problem.ProblemException;
import org.fairlead.service.problem.ServiceProblem;
import org.jspecify.annotations.Nullable;

/// The version a change was made on, as the header `If-Match` has it.
public final class ExpectedVersion {

    private ExpectedVersion() {}

    /// @param what it is of, with its article: for the refusal
    /// @throws ProblemException 428 without the header, 412 when it is no version
    public static int of(@Nullable String ifMatch, String what) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(
                    ServiceProblem.PRECONDITION_REQUIRED,
                    "Send If-Match with the ETag of the version you looked at.");
        }
        String digits = ifMatch.strip().replaceAll("^\"([0-9]{1,9})\"$", "$1");
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException foreign) {
            throw new ProblemException(
                    ServiceProblem.PRECONDITION_FAILED,
                    "If-Match is no version of %s. Read it again.".formatted(what));
        }
    }
}
