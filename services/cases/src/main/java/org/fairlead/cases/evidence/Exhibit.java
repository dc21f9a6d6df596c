package org.fairlead.cases.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the register says of a record, read from the record itself.
record Exhibit(
        String title,
        boolean synthetic,
        @Nullable String source,
        @Nullable String licence,
        @Nullable JsonNode geometry,
        @Nullable Instant occurredFrom,
        @Nullable Instant occurredTo,
        @Nullable String detector,
        @Nullable JsonNode parameters) {}
