package org.fairlead.cases.inbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.fairlead.cases.lifecycle.Slug;
import org.fairlead.cases.request.Fields;
import org.fairlead.cases.request.Person;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// How a team's inbox deals out its leads.
///
/// @param people among whom new leads are dealt out
/// @param escalateTo who gets a lead whose time is over, absent: it stays where it is
public record InboxRule(
        @Nullable Assignment assignment,
        @Nullable List<Person> people,
        @Nullable Person escalateTo) {

    static final InboxRule NONE = new InboxRule(Assignment.NOBODY, List.of(), null);

    private static final int MOST_PEOPLE = 200;

    /// Who gets a new lead.
    public enum Assignment implements Slug {
        /// Nobody: whoever takes it next.
        @JsonProperty("nobody")
        NOBODY,
        /// The one of the people with the fewest undecided leads.
        @JsonProperty("least-loaded")
        LEAST_LOADED
    }

    InboxRule checked() {
        Assignment wanted = Fields.required("/assignment", assignment);
        List<Person> given = people == null ? List.of() : people;
        if (given.size() > MOST_PEOPLE) {
            throw ProblemException.invalid("/people", "expected at most " + MOST_PEOPLE);
        }
        if (wanted == Assignment.LEAST_LOADED && given.isEmpty()) {
            throw ProblemException.invalid(
                    "/people", "expected at least one person to deal out to");
        }
        var checked = new java.util.ArrayList<Person>();
        for (int i = 0; i < given.size(); i++) {
            checked.add(Person.checked("/people/" + i, given.get(i)));
        }
        return new InboxRule(
                wanted,
                checked,
                escalateTo == null ? null : Person.checked("/escalateTo", escalateTo));
    }
}
