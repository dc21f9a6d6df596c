package org.fairlead.lists;

import java.util.List;

/// Under what an entry is listed, and since when by the publisher's own word.
public record Designation(List<String> programs, List<ListingDate> dates) {

    public Designation {
        programs = List.copyOf(programs);
        dates = List.copyOf(dates);
    }
}
