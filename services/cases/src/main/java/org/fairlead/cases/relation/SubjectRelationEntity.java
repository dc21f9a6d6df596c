package org.fairlead.cases.relation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "subject_relation")
@SuppressWarnings("NullAway.Init")
class SubjectRelationEntity {

    @Id UUID id;
    String team;
    UUID caseId;
    UUID sourceId;
    UUID targetId;

    @Enumerated(EnumType.STRING)
    RelationKind kind;

    @Nullable LocalDate fromDay;
    @Nullable LocalDate toDay;
    @Nullable UUID evidenceId;
    @Nullable String note;
    String addedBy;
    Instant addedAt;

    SubjectRelation relation() {
        return new SubjectRelation(
                id, sourceId, targetId, kind, fromDay, toDay, evidenceId, note, addedBy, addedAt);
    }
}
