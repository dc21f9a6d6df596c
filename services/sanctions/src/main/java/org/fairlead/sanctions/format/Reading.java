package org.fairlead.sanctions.format;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a publisher's file.
public sealed interface Reading {

    /// @param publishedAt the file's own date, where it has one
    record Read(List<Listing> listings, @Nullable Instant publishedAt) implements Reading {

        public Read {
            listings = List.copyOf(listings);
        }
    }

    /// @param reason names the place (line, field or element) and what is wrong there
    record Refused(String reason) implements Reading {}
}
