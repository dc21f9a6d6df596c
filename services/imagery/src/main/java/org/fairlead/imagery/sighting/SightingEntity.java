package org.fairlead.imagery.sighting;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/// Row of `sighting`: the newest version.
@Entity
@Table(name = "sighting")
@NullUnmarked
class SightingEntity {

    @Id UUID id;
    int version;
    String state;
    Instant fromAt;
    Instant toAt;
    double latitude;
    double longitude;
    String record;
    String note;
    String sceneId;
    UUID registeredSceneId;
    String recordedBy;
    Instant recordedAt;
}
