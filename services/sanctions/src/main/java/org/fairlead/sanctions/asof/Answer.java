package org.fairlead.sanctions.asof;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.fairlead.contracts.sanctions.ListingRef;
import org.fairlead.sanctions.list.VersionSpan;
import org.jspecify.annotations.Nullable;

/// What is known of one list at one date.
///
/// @param before the version observed on the date or last before it
/// @param after the version observed on the date or first after it
/// @param listing the entry, where the status rests on one
public record Answer(
        String list,
        String authority,
        Status status,
        Basis basis,
        @Nullable ListingRef listing,
        @Nullable Neighbour before,
        @Nullable Neighbour after,
        String explanation) {

    public enum Status {
        @JsonProperty("listed")
        LISTED,
        @JsonProperty("not-listed")
        NOT_LISTED,
        @JsonProperty("unknown")
        UNKNOWN
    }

    public enum Basis {
        /// A version seen on or before the date and one seen on or after it agree.
        @JsonProperty("observed")
        OBSERVED,
        /// No version covers the date; the source's own date says so.
        @JsonProperty("claimed")
        CLAIMED,
        /// It changed between the versions on either side.
        @JsonProperty("between-observations")
        BETWEEN_OBSERVATIONS,
        /// The date lies outside what was observed.
        @JsonProperty("no-coverage")
        NO_COVERAGE
    }

    /// @param observedAt of the version nearest to the date
    public record Neighbour(int version, Instant observedAt) {

        static @Nullable Neighbour before(@Nullable VersionSpan span, AsOfDate date) {
            if (span == null) {
                return null;
            }
            boolean isSeenLater = span.lastObserved().isAfter(date.to());
            return new Neighbour(
                    span.number(), isSeenLater ? span.firstObserved() : span.lastObserved());
        }

        static @Nullable Neighbour after(@Nullable VersionSpan span, AsOfDate date) {
            if (span == null) {
                return null;
            }
            boolean isSeenEarlier = span.firstObserved().isBefore(date.from());
            return new Neighbour(
                    span.number(), isSeenEarlier ? span.lastObserved() : span.firstObserved());
        }
    }
}
