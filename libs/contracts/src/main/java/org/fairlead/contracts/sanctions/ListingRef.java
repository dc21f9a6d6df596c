package org.fairlead.contracts.sanctions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One entry of one list as the publisher names it.
///
/// @param list our name of the list, `ofac-sdn` or `un-sc`
/// @param sourceId the publisher's own id
/// @param type `vessel`, `individual`, `entity` or `aircraft`
public record ListingRef(
        String list,
        String authority,
        String sourceId,
        String type,
        String name,
        List<String> programs,
        @Nullable String imo) {

    public ListingRef {
        programs = List.copyOf(programs);
    }
}
