package org.fairlead.sanctions.screen;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// A screening as it is kept.
///
/// @param request and `response`: JSON as it came and as it went
record KeptScreening(
        UUID id,
        Instant createdAt,
        String createdBy,
        String algorithm,
        String configHash,
        String corpusVersion,
        Map<String, Integer> versions,
        int queries,
        int hits,
        String request,
        String response) {

    KeptScreening {
        versions = Map.copyOf(versions);
    }
}
