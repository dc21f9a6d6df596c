package org.fairlead.cases.finding;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.fairlead.cases.lifecycle.Slug;
import org.fairlead.cases.request.Fields;
import org.jspecify.annotations.Nullable;

/// Another explanation, and what became of it.
///
/// @param reason how it was tested, or why it does not apply
record Alternative(@Nullable Kind kind, @Nullable Result result, @Nullable String reason) {

    private static final int LONGEST_REASON = 4_000;

    /// What else a silence, a sighting or an identity can mean. Every finding answers all of them.
    enum Kind implements Slug {
        @JsonProperty("coverage-hole")
        COVERAGE_HOLE,
        @JsonProperty("feed-outage")
        FEED_OUTAGE,
        @JsonProperty("shared-mmsi")
        SHARED_MMSI,
        @JsonProperty("another-ship")
        ANOTHER_SHIP,
        @JsonProperty("lawful-reason")
        LAWFUL_REASON
    }

    enum Result implements Slug {
        @JsonProperty("ruled-out")
        RULED_OUT,
        @JsonProperty("unlikely")
        UNLIKELY,
        @JsonProperty("cannot-be-ruled-out")
        CANNOT_BE_RULED_OUT,
        @JsonProperty("does-not-apply")
        DOES_NOT_APPLY
    }

    Alternative checked(String pointer) {
        return new Alternative(
                Fields.required(pointer + "/kind", kind),
                Fields.required(pointer + "/result", result),
                Fields.text(pointer + "/reason", reason, LONGEST_REASON));
    }
}
