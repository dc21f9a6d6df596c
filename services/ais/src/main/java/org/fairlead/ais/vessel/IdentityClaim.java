package org.fairlead.ais.vessel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a transmitter said of itself, with the span of time in which it said so.
///
/// @param origin the kind of message: `class-a-static`, `class-b-part-a` …
public record IdentityClaim(
        int mmsi,
        String origin,
        Said said,
        String source,
        boolean synthetic,
        Instant firstSeenAt,
        Instant lastSeenAt) {

    /// The claim itself. A field is absent when the message does not carry it or says "unknown".
    public record Said(
            @Nullable String imo,
            @Nullable String name,
            @Nullable String callSign,
            @Nullable Integer shipTypeCode,
            @Nullable Integer lengthMetres,
            @Nullable Integer beamMetres) {

        public static final Said NOTHING = new Said(null, null, null, null, null, null);
    }

    /// Everything but the dates: two claims with the same key are one.
    public Key key() {
        return new Key(mmsi, origin, said, source, synthetic);
    }

    public record Key(int mmsi, String origin, Said said, String source, boolean synthetic) {}

    /// One claim over both spans of time.
    public IdentityClaim and(IdentityClaim other) {
        return new IdentityClaim(
                mmsi,
                origin,
                said,
                source,
                synthetic,
                firstSeenAt.isBefore(other.firstSeenAt) ? firstSeenAt : other.firstSeenAt,
                lastSeenAt.isAfter(other.lastSeenAt) ? lastSeenAt : other.lastSeenAt);
    }
}
