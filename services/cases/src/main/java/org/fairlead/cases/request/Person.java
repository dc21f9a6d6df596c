package org.fairlead.cases.request;

import org.jspecify.annotations.Nullable;

/// Somebody who is named in a request or an answer.
///
/// @param subject the identity provider's id
/// @param name for people to read; the id where nothing else is known
public record Person(@Nullable String subject, @Nullable String name) {

    private static final int LONGEST = 200;

    /// @param pointer of the person in the request, `/assignee`
    public static Person checked(String pointer, @Nullable Person person) {
        Person given = Fields.required(pointer, person);
        String subject = Fields.text(pointer + "/subject", given.subject(), LONGEST);
        String name = Fields.optionalText(pointer + "/name", given.name(), LONGEST);
        return new Person(subject, name == null ? subject : name);
    }

    public static @Nullable Person of(@Nullable String subject, @Nullable String name) {
        return subject == null ? null : new Person(subject, name);
    }

    public String requiredSubject() {
        return java.util.Objects.requireNonNull(subject);
    }

    public String requiredName() {
        return java.util.Objects.requireNonNull(name);
    }
}
