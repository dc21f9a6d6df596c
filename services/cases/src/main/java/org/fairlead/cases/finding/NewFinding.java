package org.fairlead.cases.finding;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.fairlead.cases.request.Fields;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// The words of a finding, whole: what is left out is gone.
///
/// @param questionId the question or hypothesis it answers
/// @param geometry GeoJSON of where
/// @param againstNote where somebody looked for what contradicts it, when nothing did
record NewFinding(
        @Nullable String statement,
        @Nullable Confidence confidence,
        @Nullable UUID questionId,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable JsonNode geometry,
        @Nullable List<Link> evidence,
        @Nullable List<Alternative> alternatives,
        @Nullable String againstNote) {

    private static final int LONGEST_STATEMENT = 4_000;
    private static final int LONGEST_NOTE = 4_000;
    private static final int LONGEST_GEOMETRY = 200_000;
    private static final int MOST_EVIDENCE = 500;

    NewFinding checked() {
        Fields.order(from, to, "/to");
        return new NewFinding(
                Fields.text("/statement", statement, LONGEST_STATEMENT),
                Fields.required("/confidence", confidence),
                questionId,
                from,
                to,
                checkedGeometry(),
                checkedEvidence(),
                checkedAlternatives(),
                Fields.optionalText("/againstNote", againstNote, LONGEST_NOTE));
    }

    private @Nullable JsonNode checkedGeometry() {
        if (geometry == null || geometry.isNull()) {
            return null;
        }
        if (!geometry.path("type").isTextual() || !geometry.has("coordinates")) {
            throw ProblemException.invalid("/geometry", "expected a GeoJSON geometry");
        }
        if (geometry.toString().length() > LONGEST_GEOMETRY) {
            throw ProblemException.invalid(
                    "/geometry", "expected at most %d characters".formatted(LONGEST_GEOMETRY));
        }
        return geometry;
    }

    private List<Link> checkedEvidence() {
        List<Link> links = evidence == null ? List.of() : evidence;
        if (links.size() > MOST_EVIDENCE) {
            throw ProblemException.invalid("/evidence", "expected at most " + MOST_EVIDENCE);
        }
        var checked = new ArrayList<Link>();
        var seen = new HashSet<UUID>();
        for (int i = 0; i < links.size(); i++) {
            Link link = Fields.required("/evidence/" + i, links.get(i)).checked("/evidence/" + i);
            if (!seen.add(java.util.Objects.requireNonNull(link.evidenceId()))) {
                throw ProblemException.invalid(
                        "/evidence/" + i + "/evidenceId", "stands in the list twice");
            }
            checked.add(link);
        }
        return checked;
    }

    private List<Alternative> checkedAlternatives() {
        List<Alternative> all = alternatives == null ? List.of() : alternatives;
        var checked = new ArrayList<Alternative>();
        var seen = new HashSet<Alternative.Kind>();
        for (int i = 0; i < all.size(); i++) {
            Alternative one =
                    Fields.required("/alternatives/" + i, all.get(i)).checked("/alternatives/" + i);
            if (!seen.add(java.util.Objects.requireNonNull(one.kind()))) {
                throw ProblemException.invalid(
                        "/alternatives/" + i + "/kind", "stands in the list twice");
            }
            checked.add(one);
        }
        return checked;
    }
}
