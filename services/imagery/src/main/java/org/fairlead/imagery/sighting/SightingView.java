package org.fairlead.imagery.sighting;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.fairlead.contracts.imagery.Sighting;
import org.jspecify.annotations.Nullable;

/// A sighting as the API answers it.
///
/// @param verdicts how many of the newest verdicts came out which way
public record SightingView(
        @JsonUnwrapped Sighting sighting,
        @Nullable String note,
        @Nullable String sceneId,
        String recordedBy,
        Instant recordedAt,
        Counts verdicts) {

    public record Counts(long consistent, long excluded, long undecided) {

        static final Counts NONE = new Counts(0, 0, 0);

        Counts plus(String outcome, long count) {
            return switch (outcome) {
                case "consistent" -> new Counts(count, excluded, undecided);
                case "excluded" -> new Counts(consistent, count, undecided);
                case "undecided" -> new Counts(consistent, excluded, count);
                default -> this;
            };
        }
    }
}
