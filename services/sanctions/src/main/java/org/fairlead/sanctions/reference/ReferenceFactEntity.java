package org.fairlead.sanctions.reference;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/// A row of `reference_fact`.
@Entity
@Table(name = "reference_fact")
@NullUnmarked
class ReferenceFactEntity {

    @Id UUID id;
    String authority;
    String list;
    String imo;
    String name;

    @Column(name = "listed_on")
    LocalDate listedOn;

    String source;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "recorded_at")
    Instant recordedAt;

    ReferenceFact fact() {
        return new ReferenceFact(
                id, authority, list, imo, name, listedOn, source, recordedBy, recordedAt);
    }
}
