package org.fairlead.imagery.scene;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/// Row of `scene`: the newest version.
@Entity
@Table(name = "scene")
@NullUnmarked
class SceneEntity {

    @Id UUID id;
    int version;
    String state;
    String name;
    Instant startAt;
    Instant endAt;
    double south;
    double north;
    double west;
    double east;
    String record;
    String recordedBy;
    Instant recordedAt;
}
