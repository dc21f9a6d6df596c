package org.fairlead.sanctions.asof;

import java.time.Instant;
import java.util.List;
import org.fairlead.sanctions.list.Freshness;
import org.jspecify.annotations.Nullable;

/// Who had listed a ship at a date: one answer per list.
///
/// @param asOf as asked; absent when each list is answered by its newest version
/// @param knownAt as asked; absent when all that is known now answers
/// @param freshness the newest version of each list that has one
public record ShipListings(
        String imo,
        @Nullable String asOf,
        @Nullable Instant knownAt,
        List<Answer> answers,
        List<Freshness> freshness) {

    public ShipListings {
        answers = List.copyOf(answers);
        freshness = List.copyOf(freshness);
    }
}
