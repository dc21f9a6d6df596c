package org.fairlead.imagery.association;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/// Row of `association`: the newest version.
@Entity
@Table(name = "association")
@NullUnmarked
class AssociationEntity {

    @Id UUID id;
    int version;
    UUID sightingId;
    String mmsi;
    String state;
    String firstConfirmedBy;
    String secondConfirmedBy;
    String record;
    Instant changedAt;
}
