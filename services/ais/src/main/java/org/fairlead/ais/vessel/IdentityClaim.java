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

    private static final long SECONDS_PER_DAY = 86_400;

    /// The claim itself. A field is absent when the message does not carry it or says "unknown".
    public record Said(
            @Nullable String imo,
            @Nullable String name,
            @Nullable String callSign,
            @Nullable Integer shipTypeCode,
            @Nullable Integer lengthMetres,
            @Nullable Integer beamMetres,
            @Nullable Integer draughtDecimetres) {

        public static final Said NOTHING = new Said(null, null, null, null, null, null);

        /// One without a draught.
        public Said(
                @Nullable String imo,
                @Nullable String name,
                @Nullable String callSign,
                @Nullable Integer shipTypeCode,
                @Nullable Integer lengthMetres,
                @Nullable Integer beamMetres) {
            this(imo, name, callSign, shipTypeCode, lengthMetres, beamMetres, null);
        }

        /// With the draught the crew typed in, 0.1 to 25.5 m; absent when not available.
        public Said withDraught(@Nullable Double metres) {
            Integer decimetres = metres == null ? null : (int) Math.round(metres * 10);
            return new Said(
                    imo,
                    name,
                    callSign,
                    shipTypeCode,
                    lengthMetres,
                    beamMetres,
                    decimetres == null || decimetres <= 0 ? null : decimetres);
        }

        /// What does not change from voyage to voyage.
        Said withoutDraught() {
            return new Said(imo, name, callSign, shipTypeCode, lengthMetres, beamMetres);
        }
    }

    /// Everything but the dates: two claims with the same key are one. A draught comes back after
    /// others, so claims with one are only joined within a day.
    public Key key() {
        long day =
                said.draughtDecimetres() == null
                        ? 0
                        : firstSeenAt.getEpochSecond() / SECONDS_PER_DAY;
        return new Key(mmsi, origin, said, source, synthetic, day);
    }

    public record Key(
            int mmsi, String origin, Said said, String source, boolean synthetic, long day) {}

    /// The part of it that does not change from voyage to voyage.
    IdentityClaim withoutDraught() {
        return said.draughtDecimetres() == null
                ? this
                : new IdentityClaim(
                        mmsi,
                        origin,
                        said.withoutDraught(),
                        source,
                        synthetic,
                        firstSeenAt,
                        lastSeenAt);
    }

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
