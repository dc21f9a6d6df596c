package org.fairlead.cases.finding;

import java.util.UUID;
import org.fairlead.cases.request.Fields;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// @param kind absent = `question`
record NewQuestion(Question.@Nullable Kind kind, @Nullable UUID parentId, @Nullable String text) {

    private static final int LONGEST_TEXT = 2_000;

    NewQuestion checked() {
        Question.Kind wanted = kind == null ? Question.Kind.QUESTION : kind;
        if (parentId != null && wanted == Question.Kind.QUESTION) {
            throw ProblemException.invalid(
                    "/parentId", "expected none: only a hypothesis belongs to a question");
        }
        return new NewQuestion(wanted, parentId, Fields.text("/text", text, LONGEST_TEXT));
    }
}
