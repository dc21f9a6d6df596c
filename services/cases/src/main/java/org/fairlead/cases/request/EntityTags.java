package org.fairlead.cases.request;

import java.util.Arrays;
import org.fairlead.service.problem.ProblemException;
import org.fairlead.service.problem.ServiceProblem;
import org.jspecify.annotations.Nullable;

/// Entity tags of things with a version (RFC 9110 §8.8.3): the version number in quotes.
public final class EntityTags {

    private EntityTags() {}

    public static String of(int version) {
        return "\"" + version + "\"";
    }

    /// The header `If-Match`, which a change must carry. `*` is no answer to "which version did you
    /// see?" and never matches.
    public static String needed(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(
                    ServiceProblem.PRECONDITION_REQUIRED,
                    "Send If-Match with the ETag of the version you looked at.");
        }
        return ifMatch;
    }

    public static boolean matches(String ifMatch, int version) {
        return Arrays.stream(ifMatch.split(",", -1))
                .anyMatch(tag -> tag.strip().equals(of(version)));
    }
}
