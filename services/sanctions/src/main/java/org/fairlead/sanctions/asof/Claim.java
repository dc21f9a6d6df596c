package org.fairlead.sanctions.asof;

import java.time.LocalDate;
import org.fairlead.contracts.sanctions.ListingRef;

/// Somebody's word that an entry was listed from a day on: the publisher's own date in a file, or a
/// recorded public fact.
///
/// @param source who says so
public record Claim(ListingRef listing, LocalDate listedOn, String source) {

    boolean holdsOn(AsOfDate date) {
        return !date.day().isBefore(listedOn);
    }
}
