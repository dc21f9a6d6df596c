package org.fairlead.lists;

import org.jspecify.annotations.Nullable;

/// Somebody an entry names in connection with a ship.
///
/// @param imo the company's IMO number, where the list gives it
/// @param sourceId the entry of the same list that the publisher points to, where it does
public record RelatedParty(
        String name, Role role, @Nullable String imo, @Nullable String sourceId) {

    public enum Role {
        OWNER,
        FORMER_OWNER,
        MANAGER,
        OPERATOR,
        /// The publisher says no more than that they belong together.
        LINKED
    }

    public RelatedParty {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a related party without a name");
        }
    }
}
