package org.fairlead.cases.casefile;

import java.util.List;
import java.util.regex.Pattern;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.CasePolicy;
import org.fairlead.cases.access.Visibility;
import org.fairlead.cases.lifecycle.Handling;
import org.fairlead.cases.lifecycle.Priority;
import org.fairlead.cases.request.Fields;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// What opens a case.
///
/// @param visibility for whom the case exists; it cannot be widened silently later, and is decided
///   before anything of it is published. Absent = `team`
/// @param handling absent = `tlp-amber`
/// @param compartments words of lower-case letters, digits and hyphens; who opens the case holds
///   them
public record NewCase(
        @Nullable String title,
        @Nullable String summary,
        @Nullable Priority priority,
        @Nullable Visibility visibility,
        @Nullable Handling handling,
        @Nullable List<String> compartments) {

    private static final Pattern COMPARTMENT = Pattern.compile("[a-z0-9-]{1,40}");
    private static final int MOST_COMPARTMENTS = 16;

    public NewCase(@Nullable String title, @Nullable String summary, @Nullable Priority priority) {
        this(title, summary, priority, null, null, null);
    }

    static final int LONGEST_TITLE = 200;
    static final int LONGEST_SUMMARY = 20_000;

    NewCase checked(Acting acting) {
        Handling restricted = handling == null ? Handling.TLP_AMBER : handling;
        mustBeCleared(acting, restricted);
        return new NewCase(
                Fields.text("/title", title, LONGEST_TITLE),
                Fields.optionalText("/summary", summary, LONGEST_SUMMARY),
                priority == null ? Priority.NORMAL : priority,
                checkedVisibility(acting),
                restricted,
                checked(acting, compartments == null ? List.of() : compartments));
    }

    private Visibility checkedVisibility(Acting acting) {
        if (visibility == null || visibility == Visibility.TEAM) {
            return Visibility.TEAM;
        }
        if (acting.caller().isMachine()) {
            throw ProblemException.invalid(
                    "/visibility",
                    "expected team: a client may not say who else sees a case, and this one nobody else would");
        }
        return visibility;
    }

    /// Nobody may shut themselves out: what they cannot see they could not put right.
    static void mustBeCleared(Acting acting, Handling handling) {
        Handling clearance = CasePolicy.clearance(acting.caller());
        if (!clearance.reaches(handling)) {
            throw ProblemException.invalid(
                    "/handling",
                    "expected at most %s, which is your own clearance; was %s"
                            .formatted(clearance.slug(), handling.slug()));
        }
    }

    private static List<String> checked(Acting acting, List<String> compartments) {
        if (compartments.size() > MOST_COMPARTMENTS) {
            throw ProblemException.invalid(
                    "/compartments", "expected at most %d".formatted(MOST_COMPARTMENTS));
        }
        for (int i = 0; i < compartments.size(); i++) {
            String word = compartments.get(i);
            if (word == null || !COMPARTMENT.matcher(word).matches()) {
                throw ProblemException.invalid(
                        "/compartments/" + i,
                        "expected 1 to 40 lower-case letters, digits or hyphens");
            }
            if (!acting.caller().compartments().contains(word)) {
                throw ProblemException.invalid(
                        "/compartments/" + i, "you hold no compartment of that name yourself");
            }
        }
        return compartments.stream().distinct().sorted().toList();
    }
}
