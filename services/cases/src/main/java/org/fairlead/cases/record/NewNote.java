package org.fairlead.cases.record;

import java.util.LinkedHashMap;
import java.util.List;
import org.fairlead.cases.request.Fields;
import org.fairlead.cases.request.Person;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// A note to be added.
///
/// @param mentions people who should look at it; told only if they see the case
record NewNote(@Nullable String text, @Nullable List<Person> mentions) {

    private static final int LONGEST = 20_000;
    private static final int MOST_MENTIONS = 20;

    NewNote checked() {
        return new NewNote(Fields.text("/text", text, LONGEST), checkedMentions());
    }

    private List<Person> checkedMentions() {
        if (mentions == null) {
            return List.of();
        }
        if (mentions.size() > MOST_MENTIONS) {
            throw ProblemException.invalid("/mentions", "expected at most " + MOST_MENTIONS);
        }
        var people = new LinkedHashMap<String, Person>();
        for (int i = 0; i < mentions.size(); i++) {
            Person person = Person.checked("/mentions/" + i, mentions.get(i));
            people.putIfAbsent(person.requiredSubject(), person);
        }
        return List.copyOf(people.values());
    }
}
