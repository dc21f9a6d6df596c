package org.fairlead.sanctions.list;

import java.time.Instant;
import java.util.List;
import org.fairlead.lists.CanonicalListing;
import org.fairlead.lists.Reading;

/// A file that was handed in and read.
///
/// @param listings canonical, in the file's order; empty when it was refused
record Submission(
        ListSource source,
        BlobStore.Blob blob,
        Reading reading,
        List<CanonicalListing> listings,
        Instant observedAt,
        String takenBy) {

    Submission {
        listings = List.copyOf(listings);
    }

    String list() {
        return source.id();
    }
}
