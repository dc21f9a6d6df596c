package org.fairlead.cases.record;

import java.time.Instant;
import org.fairlead.cases.request.Fields;
import org.jspecify.annotations.Nullable;

/// A dated public fact to be added. Without a source it is not one.
record NewFact(
        @Nullable Instant at,
        @Nullable Instant to,
        @Nullable Precision precision,
        @Nullable String title,
        @Nullable String detail,
        @Nullable String source,
        @Nullable Double latitudeDegrees,
        @Nullable Double longitudeDegrees) {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_DETAIL = 5_000;
    private static final int LONGEST_SOURCE = 1_000;

    NewFact checked() {
        Instant start = Fields.required("/at", at);
        Fields.order(start, to, "/to");
        Fields.position(latitudeDegrees, longitudeDegrees);
        return new NewFact(
                start,
                to,
                Fields.required("/precision", precision),
                Fields.text("/title", title, LONGEST_TITLE),
                Fields.optionalText("/detail", detail, LONGEST_DETAIL),
                Fields.text("/source", source, LONGEST_SOURCE),
                latitudeDegrees,
                longitudeDegrees);
    }
}
