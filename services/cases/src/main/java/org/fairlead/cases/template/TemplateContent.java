package org.fairlead.cases.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.fairlead.cases.access.Visibility;
import org.fairlead.cases.casefile.Tags;
import org.fairlead.cases.lifecycle.Handling;
import org.fairlead.cases.lifecycle.Priority;
import org.fairlead.cases.request.Fields;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// What a case made from a template begins with. What is absent is as in a case made without one.
///
/// @param title where the one who opens the case gives none
/// @param dueWithin from opening, ISO 8601 (`P14D`)
/// @param fields values of the team's own fields
record TemplateContent(
        @Nullable String title,
        @Nullable String summary,
        @Nullable Priority priority,
        @Nullable Visibility visibility,
        @Nullable Handling handling,
        @Nullable Duration dueWithin,
        @Nullable List<String> tags,
        @Nullable JsonNode fields,
        @Nullable List<Step> tasks) {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_SUMMARY = 20_000;
    private static final int MOST_TASKS = 100;
    private static final Duration LONGEST = Duration.ofDays(3_650);

    /// A task every case made from it begins with.
    record Step(@Nullable String title, @Nullable String detail, @Nullable Duration dueWithin) {

        Step checked(String at) {
            within(at + "/dueWithin", dueWithin);
            return new Step(
                    Fields.text(at + "/title", title, 300),
                    Fields.optionalText(at + "/detail", detail, 10_000),
                    dueWithin);
        }
    }

    TemplateContent checked() {
        within("/dueWithin", dueWithin);
        return new TemplateContent(
                Fields.optionalText("/title", title, LONGEST_TITLE),
                Fields.optionalText("/summary", summary, LONGEST_SUMMARY),
                priority,
                visibility,
                handling,
                dueWithin,
                List.of(Tags.checked("/tags", tags == null ? null : tags.toArray(String[]::new))),
                fields,
                checkedTasks());
    }

    private List<Step> checkedTasks() {
        if (tasks == null) {
            return List.of();
        }
        if (tasks.size() > MOST_TASKS) {
            throw ProblemException.invalid("/tasks", "expected at most " + MOST_TASKS);
        }
        var checked = new java.util.ArrayList<Step>();
        for (int i = 0; i < tasks.size(); i++) {
            checked.add(Fields.required("/tasks/" + i, tasks.get(i)).checked("/tasks/" + i));
        }
        return checked;
    }

    private static void within(String pointer, @Nullable Duration duration) {
        if (duration != null && (duration.isNegative() || duration.compareTo(LONGEST) > 0)) {
            throw ProblemException.invalid(
                    pointer, "expected a duration up to ten years such as P14D, was " + duration);
        }
    }
}
