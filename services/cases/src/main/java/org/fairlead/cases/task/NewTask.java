package org.fairlead.cases.task;

import java.time.Instant;
import org.fairlead.cases.request.Fields;
import org.fairlead.cases.request.Person;
import org.jspecify.annotations.Nullable;

/// A task as it is to be, all of it: what is left out is not kept.
///
/// @param state absent = open
public record NewTask(
        @Nullable String title,
        @Nullable String detail,
        @Nullable TaskState state,
        @Nullable Person assignee,
        @Nullable Instant dueAt) {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_DETAIL = 10_000;

    /// One nobody has yet.
    public static NewTask of(String title, String detail) {
        return new NewTask(title, detail, null, null, null);
    }

    public NewTask checked() {
        return checked("");
    }

    /// @param at where in the request it stands, `/tasks/0`
    public NewTask checked(String at) {
        return new NewTask(
                Fields.text(at + "/title", title, LONGEST_TITLE),
                Fields.optionalText(at + "/detail", detail, LONGEST_DETAIL),
                state == null ? TaskState.OPEN : state,
                assignee == null ? null : Person.checked(at + "/assignee", assignee),
                dueAt);
    }
}
