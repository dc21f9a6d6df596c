package org.fairlead.lists;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a publisher's file.
public sealed interface Reading {

    /// @param publishedAt the file's own date, where it has one
    /// @param warnings what was odd and did not stop the reading, with its place; the first hundred
    record Read(List<Listing> listings, @Nullable Instant publishedAt, List<String> warnings)
            implements Reading {

        public Read {
            listings = List.copyOf(listings);
            warnings = List.copyOf(warnings);
        }

        public Read(List<Listing> listings, @Nullable Instant publishedAt) {
            this(listings, publishedAt, List.of());
        }
    }

    /// @param reason names the place (line, field or element) and what is wrong there
    record Refused(String reason) implements Reading {}
}
