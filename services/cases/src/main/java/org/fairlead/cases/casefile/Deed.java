package org.fairlead.cases.casefile;

import java.util.Optional;

/// What was done to a case: the entry in its audit, the event to the platform, and the step in its
/// history where there is one.
///
/// @param action for the audit, `case-changed`
/// @param object what it was done to, an id
/// @param announcement kind of the event, `case-changed`
public record Deed(
        String action,
        String object,
        String detail,
        String announcement,
        Optional<String> historyTitle,
        Optional<String> historyDetail) {

    public static Deed of(String action, Object object, String detail) {
        return new Deed(
                action,
                object.toString(),
                detail,
                "case-changed",
                Optional.empty(),
                Optional.empty());
    }

    public Deed announcedAs(String kind) {
        return new Deed(action, object, detail, kind, historyTitle, historyDetail);
    }

    public Deed inHistory(String title, @org.jspecify.annotations.Nullable String text) {
        return new Deed(
                action,
                object,
                detail,
                announcement,
                Optional.of(title),
                Optional.ofNullable(text));
    }
}
