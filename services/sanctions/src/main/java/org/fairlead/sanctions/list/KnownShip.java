package org.fairlead.sanctions.list;

import java.util.stream.Stream;
import org.fairlead.lists.Listing;

/// The ship an id stood for in the version before.
///
/// @param imo valid
record KnownShip(String imo, String name) {

    /// Publishers correct IMO numbers: under a name that the entry still has, it is the same ship.
    boolean isNamedIn(Listing listing) {
        String then = SearchText.folded(name);
        return Stream.concat(Stream.of(listing.name()), listing.aliases().stream())
                .map(SearchText::folded)
                .anyMatch(then::equals);
    }
}
