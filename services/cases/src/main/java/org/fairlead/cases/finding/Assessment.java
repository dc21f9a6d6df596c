package org.fairlead.cases.finding;

import java.time.Instant;
import java.util.UUID;

/// How far a source and what it says are trusted: the Admiralty code (NATO AJP-2.1).
///
/// @param reliability of the source: `A` completely reliable to `E` unreliable, `F` cannot be
///   judged
/// @param credibility of what it says: 1 confirmed by others to 5 improbable, 6 cannot be judged
public record Assessment(
        UUID evidenceId,
        String reliability,
        int credibility,
        String reason,
        String assessedBy,
        Instant assessedAt) {}
