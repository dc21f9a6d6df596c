package org.fairlead.cases.dossier;

import java.time.Instant;

/// A dossier as it was first made: every later export of the same version and profile is the same
/// bytes.
///
/// @param checkpointSize entries under the checkpoint in it; 0 where there is none
record MadeDossier(
        int version,
        Profile profile,
        boolean isDraft,
        long checkpointSize,
        boolean hasTimestamp,
        String software,
        String madeBy,
        Instant madeAt) {

    Object key() {
        return "%d-%s-%s".formatted(version, profile.slug(), isDraft);
    }
}
