package org.fairlead.cases.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a case has from its first version on beside what [NewCase] says.
///
/// @param fields JSON object with checked values of the team's own fields
/// @param origin for its history, absent where nothing is worth saying
public record CaseStart(
        @Nullable Instant dueAt, List<String> tags, String fields, @Nullable String origin) {

    static final CaseStart PLAIN = new CaseStart(null, List.of(), "{}", null);

    public CaseStart {
        tags = List.copyOf(tags);
    }
}
