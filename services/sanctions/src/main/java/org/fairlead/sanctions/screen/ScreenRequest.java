package org.fairlead.sanctions.screen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The body of `POST screen`, not checked yet.
///
/// @param queries by an id of the caller's
/// @param asOf a date or time: the lists as they were then
/// @param knownAt no version that was observed later
/// @param lists only these; all where absent
/// @param profile `vessel`, `party` or `ofac-compat`; by each query's schema where absent
/// @param suppress listings to leave out, as `list/sourceId`
public record ScreenRequest(
        @Nullable Map<String, Query> queries,
        @Nullable String asOf,
        @Nullable String knownAt,
        @Nullable List<String> lists,
        @Nullable String profile,
        @Nullable Double threshold,
        @Nullable Integer limit,
        @Nullable List<String> suppress) {

    /// @param schema `vessel`, `person`, `company` or `party`, or FollowTheMoney's names
    /// @param properties names as in `docs/reference/screening.md`: a value or a list of values
    ///   each
    /// @param key under which suppressions of this query are kept; derived where absent
    public record Query(
            @Nullable String schema,
            @Nullable Map<String, JsonNode> properties,
            @Nullable String key) {}
}
