package org.fairlead.imagery.verdict;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/// Row of `verdict`: the newest version.
@Entity
@Table(name = "verdict")
@NullUnmarked
class VerdictEntity {

    @Id UUID id;
    int version;
    UUID sightingId;
    UUID silenceId;
    String mmsi;
    String outcome;
    Instant reachedAt;
    String record;
}
