package org.fairlead.lists;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Collects the entries and warnings of one file; an id comes once.
public final class Listings {

    private static final int MOST_WARNINGS = 100;

    private final List<Listing> listings = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    public void add(Listing listing) throws UnreadableFile {
        if (!ids.add(listing.sourceId())) {
            throw new UnreadableFile("the id " + listing.sourceId() + " is there twice");
        }
        listings.add(listing);
    }

    public int size() {
        return listings.size();
    }

    /// Something odd that drops nothing.
    public void warn(String what) {
        if (warnings.size() < MOST_WARNINGS) {
            warnings.add(what);
        }
    }

    /// @throws UnreadableFile when there are no entries
    public Reading.Read read(@Nullable Instant publishedAt) throws UnreadableFile {
        if (listings.isEmpty()) {
            throw new UnreadableFile("the file has no entries");
        }
        return new Reading.Read(listings, publishedAt, List.copyOf(warnings));
    }
}
