package org.fairlead.imagery.scene;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/// A scene as the API answers it: the newest version, or one of those before it.
public record SceneView(@JsonUnwrapped Scene scene, String recordedBy, Instant recordedAt) {}
