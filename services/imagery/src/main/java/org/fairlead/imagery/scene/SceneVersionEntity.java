package org.fairlead.imagery.scene;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/// Row of `scene_version`: one version as it was, and whose it is.
@Entity
@Table(name = "scene_version")
@NullUnmarked
class SceneVersionEntity {

    @Id UUID id;
    UUID sceneId;
    int version;
    String record;
    String changedBy;
    Instant changedAt;
}
