package org.fairlead.sanctions.asof;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who had listed a ship at a date: one answer per list.
///
/// @param asOf as asked; absent when each list is answered by its newest version
public record ShipListings(String imo, @Nullable String asOf, List<Answer> answers) {

    public ShipListings {
        answers = List.copyOf(answers);
    }
}
