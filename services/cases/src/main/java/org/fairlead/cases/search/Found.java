package org.fairlead.cases.search;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something found.
///
/// @param caseId the case it is in; absent for a lead
/// @param title of a text its beginning
/// @param rank how well it fits, only for the order
record Found(
        FoundKind kind,
        UUID id,
        @Nullable UUID caseId,
        @Nullable String caseNumber,
        @Nullable UUID leadId,
        String title,
        Instant at,
        @JsonIgnore float rank) {}
