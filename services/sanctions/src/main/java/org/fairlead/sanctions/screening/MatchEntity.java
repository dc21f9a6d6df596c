package org.fairlead.sanctions.screening;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/// A row of `vessel_match`, as far as it is read.
@Entity
@Table(name = "vessel_match")
@NullUnmarked
class MatchEntity {

    @Id UUID id;
    String state;
    String mmsi;
    String imo;
    String record;

    @Column(name = "screened_at")
    Instant screenedAt;
}
