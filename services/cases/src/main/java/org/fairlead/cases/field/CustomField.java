package org.fairlead.cases.field;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.fairlead.cases.request.Fields;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// A field that a team's cases have beside the common ones.
///
/// @param key under which its value stands in a case: lower-case letters, digits and hyphens
/// @param choices of a choice, in the order they are offered
/// @param changedAt absent before it was kept
public record CustomField(
        String key,
        @Nullable String label,
        @Nullable FieldKind kind,
        List<String> choices,
        @Nullable Instant changedAt) {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int LONGEST_LABEL = 100;
    private static final int MOST_CHOICES = 50;

    public CustomField {
        choices = choices == null ? List.of() : List.copyOf(choices);
    }

    CustomField checked() {
        if (!KEY.matcher(key).matches()) {
            throw ProblemException.invalid(
                    "key",
                    "expected 1 to 40 lower-case letters, digits or hyphens, a letter first");
        }
        FieldKind checkedKind = Fields.required("/kind", kind);
        return new CustomField(
                key,
                Fields.text("/label", label, LONGEST_LABEL),
                checkedKind,
                checkedKind == FieldKind.CHOICE ? checkedChoices() : noChoices(),
                changedAt);
    }

    Instant changedOrEver() {
        return changedAt == null ? Instant.EPOCH : changedAt;
    }

    CustomField changed(Instant at) {
        return new CustomField(key, label, kind, choices, at);
    }

    private List<String> checkedChoices() {
        if (choices.isEmpty() || choices.size() > MOST_CHOICES) {
            throw ProblemException.invalid("/choices", "expected 1 to " + MOST_CHOICES);
        }
        var checked = new java.util.ArrayList<String>();
        for (int i = 0; i < choices.size(); i++) {
            checked.add(Fields.text("/choices/" + i, choices.get(i), LONGEST_LABEL));
        }
        return checked.stream().distinct().toList();
    }

    private List<String> noChoices() {
        if (!choices.isEmpty()) {
            throw ProblemException.invalid("/choices", "only a choice has them");
        }
        return List.of();
    }
}
