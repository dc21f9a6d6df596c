package org.fairlead.cases.finding;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /// The exhibits it names, each with what it says of the claim.
    public Map<UUID, Stance> exhibits() {
        var named = new LinkedHashMap<UUID, Stance>();
        evidence.forEach(link ->
                named.put(requireNonNull(link.evidenceId()), requireNonNull(link.stance())));
        return named;
    }
}
