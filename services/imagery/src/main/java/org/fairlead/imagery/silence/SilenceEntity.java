package org.fairlead.imagery.silence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/// Row of `silence`: the newest version told.
@Entity
@Table(name = "silence")
@NullUnmarked
class SilenceEntity {

    @Id UUID id;
    int version;
    String state;
    String mmsi;
    Instant startAt;
    Instant endAt;
    double startLatitude;
    String record;
}
