package org.fairlead.cases.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "subject")
@SuppressWarnings("NullAway.Init")
class SubjectEntity {

    @Id UUID id;
    String team;
    UUID caseId;

    @Enumerated(EnumType.STRING)
    Subject.Kind kind;

    @Nullable String mmsi;
    @Nullable String imo;
    @Nullable String name;
    String addedBy;
    Instant addedAt;

    Subject subject() {
        return new Subject(id, kind, mmsi, imo, name, addedAt);
    }
}
