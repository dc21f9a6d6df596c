package org.fairlead.contracts.ais;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `org.fairlead.ais.identity.v1`: what one transmitter says of itself, newest claims merged.
/// `version` rises by one with every change; the topic is compacted by MMSI.
///
/// @param flagClaimedByMid ISO 3166-1 alpha-2 of the MMSI's first three digits: a claim, not proof
/// @param synthetic true when any of it was made for a demonstration or a test
/// @param past everything it has said, dated, newest first, at most 64; absent in old events
/// @param draughts what it said of its draught, dated, oldest first, the newest 256; absent in old
///   events
public record VesselIdentity(
        String mmsi,
        int version,
        @Nullable String imo,
        @Nullable String name,
        @Nullable String callSign,
        @Nullable Integer shipTypeCode,
        @Nullable Integer lengthMetres,
        @Nullable Integer beamMetres,
        @Nullable String flagClaimedByMid,
        Instant firstSeenAt,
        Instant lastSeenAt,
        boolean synthetic,
        List<String> sources,
        @Nullable List<Tuple> past,
        @Nullable List<Draught> draughts) {

    public static final String TYPE = "org.fairlead.ais.identity.v1";

    public VesselIdentity {
        sources = List.copyOf(sources);
        past = past == null ? null : List.copyOf(past);
        draughts = draughts == null ? null : List.copyOf(draughts);
    }

    /// One without a past.
    public VesselIdentity(
            String mmsi,
            int version,
            @Nullable String imo,
            @Nullable String name,
            @Nullable String callSign,
            @Nullable Integer shipTypeCode,
            @Nullable Integer lengthMetres,
            @Nullable Integer beamMetres,
            @Nullable String flagClaimedByMid,
            Instant firstSeenAt,
            Instant lastSeenAt,
            boolean synthetic,
            List<String> sources) {
        this(
                mmsi,
                version,
                imo,
                name,
                callSign,
                shipTypeCode,
                lengthMetres,
                beamMetres,
                flagClaimedByMid,
                firstSeenAt,
                lastSeenAt,
                synthetic,
                sources,
                null,
                null);
    }

    /// What one kind of message of one source said, and when first and last. The same said again
    /// later widens the dates.
    public record Tuple(
            @Nullable String imo,
            @Nullable String name,
            @Nullable String callSign,
            @Nullable Integer shipTypeCode,
            @Nullable Integer lengthMetres,
            @Nullable Integer beamMetres,
            Instant firstSeenAt,
            Instant lastSeenAt,
            String source,
            boolean synthetic) {}

    /// A draught as typed in by the crew, metres, and when first and last it was sent without
    /// another between.
    public record Draught(
            double metres,
            Instant firstSeenAt,
            Instant lastSeenAt,
            String source,
            boolean synthetic) {}

    public VesselRef ref() {
        return new VesselRef(mmsi, imo, name);
    }
}
