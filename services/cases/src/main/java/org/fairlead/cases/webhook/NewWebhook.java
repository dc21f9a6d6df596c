package org.fairlead.cases.webhook;

import java.util.List;
import java.util.regex.Pattern;
import org.fairlead.cases.request.Fields;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// An address to be told.
record NewWebhook(
        @Nullable String url, @Nullable String description, @Nullable List<String> kinds) {

    private static final Pattern KIND = Pattern.compile("[a-z]{1,20}(-[a-z]{1,20}){0,3}");
    private static final int MOST_KINDS = 50;

    NewWebhook checked(boolean allowsPrivate) {
        List<String> wanted = kinds == null ? List.of() : kinds;
        if (wanted.size() > MOST_KINDS) {
            throw ProblemException.invalid("/kinds", "expected at most " + MOST_KINDS);
        }
        for (int i = 0; i < wanted.size(); i++) {
            String kind = Fields.required("/kinds/" + i, wanted.get(i));
            if (!KIND.matcher(kind).matches()) {
                throw ProblemException.invalid(
                        "/kinds/" + i, "expected a kind of change such as case-changed");
            }
        }
        return new NewWebhook(
                Target.parse("/url", url, allowsPrivate).uri().toString(),
                Fields.optionalText("/description", description, 200),
                wanted.stream().distinct().toList());
    }
}
