package org.fairlead.imagery.sighting;

import org.fairlead.contracts.imagery.Sighting;
import org.jspecify.annotations.Nullable;

/// A checked sighting with what stays in this service: the observer's note and the scene's name.
public record Seen(Sighting sighting, @Nullable String note, @Nullable String sceneId) {}
