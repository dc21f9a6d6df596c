package org.fairlead.imagery.association;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody says of a sighting, not checked yet.
///
/// @param mmsi of the ship; may be absent where a verdict names her
/// @param verdictId the verdict that lay before them; absent for a ship that transmitted
/// @param stance `confirm` or `reject`
public record AssociationInput(
        @Nullable String mmsi,
        @Nullable UUID verdictId,
        @Nullable String stance,
        @Nullable String reason) {}
