package org.fairlead.cases.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.fairlead.cases.lifecycle.Deconfliction;
import org.fairlead.cases.request.Person;
import org.jspecify.annotations.Nullable;

/// How a case is worked on, beside what it says.
///
/// @param isOverdue past its time and not closed
/// @param investigator who leads it; whoever opened it, until somebody else is named
/// @param fields values of the team's own fields by key
/// @param hold forbids to delete or dispose of it
/// @param retainUntil from then on it may be disposed of, absent where no rule of the team says
///   when
/// @param supersededBy the case it was merged into, where the caller sees that one
/// @param supersedes cases merged into it that the caller sees; only where one case is read
public record CaseWork(
        @Nullable Instant dueAt,
        boolean isOverdue,
        @Nullable Person investigator,
        List<String> tags,
        JsonNode fields,
        @Nullable Hold hold,
        @Nullable Instant retainUntil,
        @Nullable Instant disposalProposedAt,
        Deconfliction deconfliction,
        boolean isSuperseded,
        @Nullable CaseName supersededBy,
        List<CaseName> supersedes) {

    /// Why a case is kept whatever else says, who said so and when.
    public record Hold(String reason, String by, Instant at) {}

    public CaseWork {
        tags = List.copyOf(tags);
        supersedes = List.copyOf(supersedes);
    }
}
