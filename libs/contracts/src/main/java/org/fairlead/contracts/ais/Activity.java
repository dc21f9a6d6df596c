package org.fairlead.contracts.ais;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One version of one activity other than a silence: `org.fairlead.ais.<kind>.v1`, where the kind
/// is that of its details.
///
/// The id stays while the activity goes on, ends or is retracted; `version` rises by one with each
/// change, and `supersedes` is the version before. Only the newest version of an id holds.
///
/// @param vessel the ship it is about; absent where it is about an area
/// @param others ships that take part as well
/// @param from when it began
/// @param to when it ended; absent while open
/// @param start the report it begins with; absent where it rests on what carries no position
/// @param end the report it ends with
/// @param reason one sentence: why this version exists
/// @param parameters the thresholds in force, by configuration key
/// @param fixes the reports it rests on, oldest first; of many the first, the last and some between
public record Activity(
        UUID id,
        int version,
        @Nullable Integer supersedes,
        State state,
        @Nullable VesselRef vessel,
        List<VesselRef> others,
        Instant from,
        @Nullable Instant to,
        @Nullable ReportedPosition start,
        @Nullable ReportedPosition end,
        double durationHours,
        ActivityDetails details,
        String reason,
        boolean synthetic,
        List<String> sources,
        Map<String, String> parameters,
        List<ReportedFix> fixes,
        Instant derivedAt) {

    public Activity {
        others = List.copyOf(others);
        sources = List.copyOf(sources);
        parameters = Map.copyOf(parameters);
        fixes = List.copyOf(fixes);
    }

    /// How far it has come.
    public enum State {
        /// Goes on, as far as is known.
        @JsonProperty("open")
        OPEN,
        /// Over.
        @JsonProperty("ended")
        ENDED,
        /// What came later shows that it was not so.
        @JsonProperty("retracted")
        RETRACTED
    }

    /// The CloudEvents type of a kind, such as `org.fairlead.ais.port-visit.v1`.
    public static String typeOf(String kind) {
        return "org.fairlead.ais." + kind + ".v1";
    }

    /// Whether a CloudEvents type is one of these.
    public static boolean isType(String type) {
        return ActivityDetails.KINDS.stream().anyMatch(kind -> typeOf(kind).equals(type));
    }
}
