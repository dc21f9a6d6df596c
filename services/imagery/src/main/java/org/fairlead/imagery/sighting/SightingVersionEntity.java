package org.fairlead.imagery.sighting;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/// Row of `sighting_version`; the id is that of the event which told it.
@Entity
@Table(name = "sighting_version")
@NullUnmarked
class SightingVersionEntity {

    @Id UUID id;
    UUID sightingId;
    int version;
    String record;
    String note;
    String changedBy;
    Instant changedAt;
}
