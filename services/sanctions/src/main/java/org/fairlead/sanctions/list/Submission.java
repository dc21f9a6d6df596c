package org.fairlead.sanctions.list;

import java.time.Instant;
import java.util.List;
import org.fairlead.lists.CanonicalListing;
import org.fairlead.lists.Reading;
import org.jspecify.annotations.Nullable;

/// A file that was handed in and read.
///
/// @param listings canonical, in the file's order; empty when it was refused
/// @param publishedAt the file's own date, else the one given with it
record Submission(
        ListSource source,
        Intake.Taken file,
        List<CanonicalListing> listings,
        Instant observedAt,
        @Nullable Instant publishedAt,
        String takenBy) {

    Submission {
        listings = List.copyOf(listings);
    }

    String list() {
        return source.id();
    }

    BlobStore.Blob blob() {
        return file.blob();
    }

    Reading reading() {
        return file.reading();
    }

    @Nullable String format() {
        return file.format() == null ? null : file.format().slug();
    }

    List<String> warnings() {
        return file.reading() instanceof Reading.Read read ? read.warnings() : List.of();
    }
}
