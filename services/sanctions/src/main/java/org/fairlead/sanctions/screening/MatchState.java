package org.fairlead.sanctions.screening;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where a kept pair stands. Only hits, and hits that end, are told to others.
enum MatchState {
    HIT,
    /// An identifier agrees, but another proves a different hull.
    CONTRADICTED,
    CLEARED;

    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MatchState ofSlug(String slug) {
        return find(slug)
                .orElseThrow(() -> new IllegalArgumentException("no match state: " + slug));
    }

    static Optional<MatchState> find(String slug) {
        return Arrays.stream(values()).filter(state -> state.slug().equals(slug)).findFirst();
    }
}
