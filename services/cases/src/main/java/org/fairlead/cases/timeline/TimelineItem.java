package org.fairlead.cases.timeline;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.fairlead.cases.lifecycle.Slug;
import org.fairlead.cases.record.Precision;
import org.jspecify.annotations.Nullable;

/// One thing that happened, or was done, in the order of time.
///
/// @param evidenceId the frozen record it rests on
public record TimelineItem(
        Instant at,
        @Nullable Instant to,
        Precision precision,
        Kind kind,
        String title,
        @Nullable String detail,
        boolean synthetic,
        @Nullable UUID evidenceId,
        @Nullable Double latitudeDegrees,
        @Nullable Double longitudeDegrees,
        @Nullable String source) {

    public enum Kind implements Slug {
        @JsonProperty("silence")
        SILENCE,
        @JsonProperty("activity")
        ACTIVITY,
        @JsonProperty("sighting")
        SIGHTING,
        @JsonProperty("verdict")
        VERDICT,
        @JsonProperty("listing")
        LISTING,
        @JsonProperty("match")
        MATCH,
        @JsonProperty("fact")
        FACT,
        @JsonProperty("note")
        NOTE,
        @JsonProperty("change")
        CHANGE
    }
}
