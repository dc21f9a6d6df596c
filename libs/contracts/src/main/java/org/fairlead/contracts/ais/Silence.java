package org.fairlead.contracts.ais;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// `org.fairlead.ais.silence.v1`: one version of one silence, an activity of kind `silence`.
///
/// The id stays while the silence is extended, ended or retracted; `version` rises by one with each
/// change, and `supersedes` is the version before. Only the newest version of an id holds.
///
/// @param start last report before the silence
/// @param end first report after it; absent while open, not re-observed or void
/// @param usualIntervalSeconds 95th percentile of the transmitter's own reporting interval
/// @param reason one sentence: why this version exists
/// @param classification [#UNCLASSIFIED] or one of `feedOutage`, `coverageHole`, `jammingZone`,
///   `layUp`, `identitySwitch`, `unexplained`, `unknown` (too few ships were heard there to say how
///   well one is heard)
/// @param parameters the thresholds in force, by configuration key
/// @param facts what the classification rests on; absent in events of earlier versions
public record Silence(
        UUID id,
        int version,
        @Nullable Integer supersedes,
        State state,
        VesselRef vessel,
        ReportedPosition start,
        @Nullable ReportedPosition end,
        double durationHours,
        @Nullable Double usualIntervalSeconds,
        String classification,
        String reason,
        boolean synthetic,
        List<String> sources,
        Map<String, String> parameters,
        Instant derivedAt,
        @Nullable SilenceFacts facts) {

    public static final String TYPE = "org.fairlead.ais.silence.v1";
    public static final String KIND = "silence";

    /// Reception was not modelled for this silence, or says neither the one nor the other, so
    /// nothing is said of why it happened.
    public static final String UNCLASSIFIED = "unclassified";

    /// Too few ships were heard there to say how well one is heard.
    public static final String UNKNOWN = "unknown";

    /// Others of her kind were heard there all the while, and she was not.
    public static final String UNEXPLAINED = "unexplained";

    /// Others there were not heard either.
    public static final String COVERAGE_HOLE = "coverageHole";

    public static final String FEED_OUTAGE = "feedOutage";
    public static final String JAMMING_ZONE = "jammingZone";
    public static final String LAY_UP = "layUp";
    public static final String IDENTITY_SWITCH = "identitySwitch";

    /// Without what it rests on.
    public Silence(
            UUID id,
            int version,
            @Nullable Integer supersedes,
            State state,
            VesselRef vessel,
            ReportedPosition start,
            @Nullable ReportedPosition end,
            double durationHours,
            @Nullable Double usualIntervalSeconds,
            String classification,
            String reason,
            boolean synthetic,
            List<String> sources,
            Map<String, String> parameters,
            Instant derivedAt) {
        this(
                id,
                version,
                supersedes,
                state,
                vessel,
                start,
                end,
                durationHours,
                usualIntervalSeconds,
                classification,
                reason,
                synthetic,
                sources,
                parameters,
                derivedAt,
                null);
    }

    public Silence {
        sources = List.copyOf(sources);
        parameters = Map.copyOf(parameters);
    }

    /// What is known of how the silence went on.
    public enum State {
        /// Still silent while the source goes on being heard.
        @JsonProperty("open")
        OPEN,
        /// Ended by a report of the same transmitter.
        @JsonProperty("reappeared")
        REAPPEARED,
        /// Never heard again within the horizon.
        @JsonProperty("not-reobserved")
        NOT_REOBSERVED,
        /// The source itself fell silent: nothing can be said of the ship.
        @JsonProperty("void")
        VOID,
        /// Late data showed that she did transmit.
        @JsonProperty("retracted")
        RETRACTED
    }
}
