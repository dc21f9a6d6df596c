package org.fairlead.cases.casefile;

import org.fairlead.cases.lifecycle.Priority;
import org.fairlead.cases.request.Fields;
import org.jspecify.annotations.Nullable;

/// What opens a case.
public record NewCase(
        @Nullable String title, @Nullable String summary, @Nullable Priority priority) {

    static final int LONGEST_TITLE = 200;
    static final int LONGEST_SUMMARY = 20_000;

    NewCase checked() {
        return new NewCase(
                Fields.text("/title", title, LONGEST_TITLE),
                Fields.optionalText("/summary", summary, LONGEST_SUMMARY),
                priority == null ? Priority.NORMAL : priority);
    }
}
