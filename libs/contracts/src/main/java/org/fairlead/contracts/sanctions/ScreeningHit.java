package org.fairlead.contracts.sanctions;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.contracts.ais.VesselRef;
import org.jspecify.annotations.Nullable;

/// `org.fairlead.sanctions.screening-hit.v1`: a vessel on AIS, held against a listing.
///
/// @param id derived from MMSI, list and entry: the same pair keeps its id
/// @param matchedBy the identifiers that agree, strongest first: `imo`, `mmsi`, `call-sign`; `name`
///   where only that does
/// @param contradictions what speaks against it, a plain sentence each
/// @param score 0 to below 1
/// @param baseline true when a list's first version found it: it was so before anybody looked, and
///   is no news; absent otherwise
public record ScreeningHit(
        UUID id,
        int version,
        State state,
        VesselRef vessel,
        ListingRef listing,
        List<String> matchedBy,
        List<String> contradictions,
        double score,
        String explanation,
        int listVersion,
        boolean synthetic,
        Instant screenedAt,
        @Nullable Instant listedSince,
        @Nullable Boolean baseline) {

    public static final String TYPE = "org.fairlead.sanctions.screening-hit.v1";

    public ScreeningHit {
        matchedBy = List.copyOf(matchedBy);
        contradictions = List.copyOf(contradictions);
    }

    /// One that is news.
    public ScreeningHit(
            UUID id,
            int version,
            State state,
            VesselRef vessel,
            ListingRef listing,
            List<String> matchedBy,
            List<String> contradictions,
            double score,
            String explanation,
            int listVersion,
            boolean synthetic,
            Instant screenedAt,
            @Nullable Instant listedSince) {
        this(
                id,
                version,
                state,
                vessel,
                listing,
                matchedBy,
                contradictions,
                score,
                explanation,
                listVersion,
                synthetic,
                screenedAt,
                listedSince,
                null);
    }

    public enum State {
        @JsonProperty("hit")
        HIT,
        @JsonProperty("cleared")
        CLEARED
    }
}
