package org.fairlead.sanctions.screening;

import java.time.Instant;
import org.fairlead.contracts.ais.VesselRef;
import org.fairlead.contracts.sanctions.ListingRef;
import org.jspecify.annotations.Nullable;

/// A transmitter and an entry that share an identifier.
///
/// @param listedMmsi the MMSI the entry gives
/// @param listedSince the publisher's date, else when it came on in our sight
record Candidate(
        VesselRef vessel,
        boolean synthetic,
        ListingRef listing,
        @Nullable String listedMmsi,
        int listVersion,
        @Nullable Instant listedSince) {}
