package org.fairlead.sanctions.asof;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.fairlead.contracts.sanctions.ListingRef;
import org.fairlead.sanctions.list.VersionSpan;
import org.jspecify.annotations.Nullable;

/// What is known of one list at one date.
///
/// @param before the version observed on the date or last before it
/// @param after the version observed on the date or first after it
/// @param listing the entry, where the status rests on one
/// @param parties owners, operators and managers as that entry lists them
public record Answer(
        String list,
        String authority,
        Status status,
        Basis basis,
        @Nullable ListingRef listing,
        @Nullable Neighbour before,
        @Nullable Neighbour after,
        String explanation,
        List<Party> parties) {

    public Answer {
        parties = List.copyOf(parties);
    }

    /// Without the parties, which are looked up apart.
    public Answer(
            String list,
            String authority,
            Status status,
            Basis basis,
            @Nullable ListingRef listing,
            @Nullable Neighbour before,
            @Nullable Neighbour after,
            String explanation) {
        this(list, authority, status, basis, listing, before, after, explanation, List.of());
    }

    Answer with(List<Party> found) {
        return new Answer(
                list, authority, status, basis, listing, before, after, explanation, found);
    }

    /// Who the entry names as owner, operator or manager of the ship at that date.
    ///
    /// @param role `owner`, `former-owner`, `manager`, `operator` or `linked`
    /// @param imo the company's number, where the list gives it
    /// @param listing the party's own entry in the same version, by the publisher's reference, its
    ///   number or its exact name; absent when it has none there
    public record Party(
            String name, String role, @Nullable String imo, @Nullable ListingRef listing) {}

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
