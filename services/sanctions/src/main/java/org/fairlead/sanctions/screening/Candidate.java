package org.fairlead.sanctions.screening;

import java.time.Instant;
import org.fairlead.contracts.ais.VesselRef;
import org.fairlead.contracts.sanctions.ListingRef;
import org.jspecify.annotations.Nullable;

/// A transmitter and an entry that it may be.
///
/// @param listedSince the publisher's date, else when it came on in our sight
/// @param outcome absent when they have nothing in common
record Candidate(
        VesselRef vessel,
        boolean synthetic,
        ListingRef listing,
        int listVersion,
        @Nullable Instant listedSince,
        Screening.@Nullable Outcome outcome) {}
