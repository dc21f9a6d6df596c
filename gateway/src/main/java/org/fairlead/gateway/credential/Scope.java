package org.fairlead.gateway.credential;

import java.util.Arrays;
import java.util.Optional;

/// What a client may be given.
enum Scope {
    AIS_WRITE("ais:write", "Send AIS files and live feeds"),
    SIGHTINGS_WRITE("sightings:write", "Send sightings"),
    LISTS_WRITE("lists:write", "Import sanctions lists"),
    CASES_READ("cases:read", "Read the cases and leads of the team"),
    CASES_WRITE("cases:write", "Change the cases of the team"),
    DOSSIERS_CREATE("dossiers:create", "Take redacted dossiers out"),
    WEBHOOKS_MANAGE("webhooks:manage", "Register webhooks of its own");

    private final String text;
    private final String meaning;

    Scope(String text, String meaning) {
        this.text = text;
        this.meaning = meaning;
    }

    String text() {
        return text;
    }

    String meaning() {
        return meaning;
    }

    static Optional<Scope> of(String text) {
        return Arrays.stream(values()).filter(scope -> scope.text.equals(text)).findFirst();
    }
}
