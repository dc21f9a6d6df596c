package org.fairlead.contracts.cases;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// `org.fairlead.cases.change.v1`: something changed that people of `team` may look at. Thin on
/// purpose: ids and kinds only, so that a channel which leaks tells nothing of the content.
///
/// @param kind `case-opened`, `case-changed`, `evidence-added`, `lead-raised`, `lead-changed`, …
public record CaseChange(
        UUID id,
        String team,
        String kind,
        @Nullable UUID caseId,
        @Nullable UUID leadId,
        int version,
        Instant at) {

    public static final String TYPE = "org.fairlead.cases.change.v1";
}
