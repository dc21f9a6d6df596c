package org.fairlead.ais.silence;

import java.util.UUID;
import org.fairlead.ais.reception.Reception;
import org.jspecify.annotations.Nullable;

/// What a silence is called, and on what grounds.
///
/// @param isReported whether it is worth being told of
/// @param why one sentence about the ground
record Judgement(
        String classification,
        boolean isReported,
        String why,
        Reception reception,
        @Nullable UUID zoneId,
        @Nullable Integer switchedTo) {}
