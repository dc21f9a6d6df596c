package org.fairlead.sanctions.screen;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How well one list stood behind an answer.
///
/// @param version that was screened; absent where none was observed by then
/// @param observedAt when its bytes were last seen to be the publisher's
/// @param ageHours from then to the time of the question, or to the date asked about
/// @param newerFileSetAside why a file that came later does not serve; absent when none did
record Coverage(
        String list,
        String authority,
        Status status,
        @Nullable Integer version,
        @Nullable Instant observedAt,
        @Nullable Double ageHours,
        @Nullable String newerFileSetAside) {

    enum Status {
        /// The version in force was screened.
        @JsonProperty("covered")
        COVERED,
        /// The same, but a newer file was set aside and waits for a person.
        @JsonProperty("newer-quarantined")
        NEWER_QUARANTINED,
        /// A newer version came moments ago and is being made ready: the one before was screened.
        @JsonProperty("newer-in-preparation")
        NEWER_IN_PREPARATION,
        /// The date is before anything observed: the earliest version was screened instead.
        @JsonProperty("before-first-version")
        BEFORE_FIRST_VERSION,
        /// Nothing of this list has ever been taken in; recorded facts answer for some of its
        /// ships.
        @JsonProperty("reference-facts")
        REFERENCE_FACTS,
        /// Nothing of this list has ever been taken in.
        @JsonProperty("no-version")
        NO_VERSION
    }

    static Coverage byFacts(String list, String authority) {
        return new Coverage(list, authority, Status.REFERENCE_FACTS, null, null, null, null);
    }

    Coverage byFacts() {
        return new Coverage(
                list, authority, Status.REFERENCE_FACTS, null, null, null, newerFileSetAside);
    }

    static @Nullable Double hours(@Nullable Instant observed, Instant asked) {
        return observed == null
                ? null
                : Math.max(
                        0, Math.round(Duration.between(observed, asked).toMinutes() / 6.0) / 10.0);
    }
}
