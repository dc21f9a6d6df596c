package org.fairlead.imagery.chip;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/// Row of `chip`; the id follows from sighting and name.
@Entity
@Table(name = "chip")
@NullUnmarked
class ChipEntity {

    @Id UUID id;
    UUID sightingId;
    String name;
    String sha256;
    String mediaType;
    long sizeBytes;
    long widthPixels;
    long heightPixels;
    boolean graphic;
    Double metresPerPixel;
    Double xPixels;
    Double yPixels;
    Double upDegrees;
    String addedBy;
    Instant addedAt;
}
