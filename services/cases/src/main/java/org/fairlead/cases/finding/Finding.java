package org.fairlead.cases.finding;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A claim somebody makes in a case, with what speaks for it and against it.
///
/// @param version counts every change; its ETag
/// @param review absent until a second person has decided
/// @param missing what keeps it from being proposed; empty when nothing does
public record Finding(
        UUID id,
        int version,
        FindingState state,
        String statement,
        Confidence confidence,
        @Nullable UUID questionId,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable JsonNode geometry,
        List<Link> evidence,
        List<Alternative> alternatives,
        @Nullable String againstNote,
        String author,
        Instant createdAt,
        Instant changedAt,
        @Nullable Review review,
        List<String> missing) {

    /// @param reason why the second person accepts, or why not
    public record Review(String by, Instant at, String reason) {}

    public Finding {
        evidence = List.copyOf(evidence);
        alternatives = List.copyOf(alternatives);
        missing = List.copyOf(missing);
    }
}
