package org.fairlead.cases.finding;

import org.fairlead.cases.request.Fields;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

record NewAssessment(
        @Nullable String reliability, @Nullable Integer credibility, @Nullable String reason) {

    private static final int LONGEST_REASON = 2_000;

    NewAssessment checked() {
        String letter = Fields.required("/reliability", reliability);
        if (!letter.matches("[A-F]")) {
            throw ProblemException.invalid("/reliability", "expected A to F, was " + letter);
        }
        int step = Fields.required("/credibility", credibility);
        if (step < 1 || step > 6) {
            throw ProblemException.invalid("/credibility", "expected 1 to 6, was " + step);
        }
        return new NewAssessment(letter, step, Fields.text("/reason", reason, LONGEST_REASON));
    }
}
