package org.fairlead.imagery.chip;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A picture of a sighting, never changed once it is kept.
///
/// @param isGraphic shows what not everybody wants to see unasked
/// @param metresPerPixel at the ship; absent: not stated
/// @param xPixels where in the picture the sighting's position is, from the left; absent: the
///   middle
/// @param yPixels from the top
/// @param upDegrees true bearing of the picture's upper edge; absent: north
public record Chip(
        UUID sightingId,
        String name,
        String sha256,
        String mediaType,
        long sizeBytes,
        long widthPixels,
        long heightPixels,
        boolean isGraphic,
        @Nullable Double metresPerPixel,
        @Nullable Double xPixels,
        @Nullable Double yPixels,
        @Nullable Double upDegrees,
        String addedBy,
        Instant addedAt) {}
