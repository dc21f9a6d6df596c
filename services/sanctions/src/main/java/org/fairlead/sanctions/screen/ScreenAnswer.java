package org.fairlead.sanctions.screen;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.sanctions.asof.Answer;
import org.fairlead.screening.Explanation;
import org.fairlead.screening.MatchedName;
import org.jspecify.annotations.Nullable;

/// What a screening found.
///
/// @param screeningId under which it is kept
/// @param corpusVersion of what the listings said: the same bytes give the same
record ScreenAnswer(
        UUID screeningId,
        Instant screenedAt,
        String algorithm,
        String configHash,
        String corpusVersion,
        @Nullable String asOf,
        @Nullable Instant knownAt,
        List<Coverage> coverage,
        Map<String, QueryAnswer> queries) {

    /// @param queryKey under which suppressions of this query are kept
    record QueryAnswer(
            String queryKey,
            String profile,
            double threshold,
            List<Result> results,
            List<Suppressed> suppressed) {}

    /// @param listedOn whether it was listed at the date asked about, and how that is known
    /// @param lapsedSuppression a suppression that no longer holds, and why
    record Result(
            Listed listing,
            double score,
            String band,
            List<MatchedName> matchedNames,
            List<Explanation> explanations,
            List<String> counterfactuals,
            ListedOn listedOn,
            @Nullable String lapsedSuppression) {}

    /// @param version of the list; absent where a recorded fact answers for it
    /// @param hash of its compared fields
    record Listed(
            String list,
            String sourceId,
            String schema,
            String name,
            @Nullable Integer version,
            String hash,
            Map<String, List<String>> properties) {}

    record ListedOn(Answer.Status status, Answer.Basis basis, String explanation) {}

    record Suppressed(String list, String sourceId, double score, String reason) {}
}
