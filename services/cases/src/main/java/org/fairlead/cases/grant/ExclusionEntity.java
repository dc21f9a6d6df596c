package org.fairlead.cases.grant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "case_exclusion")
@SuppressWarnings("NullAway.Init")
class ExclusionEntity {

    @Id UUID id;
    String team;
    UUID caseId;
    String subject;
    String name;
    String reason;
    String excludedBy;
    Instant excludedAt;
    @Nullable String liftedBy;
    @Nullable Instant liftedAt;

    Exclusion exclusion() {
        return new Exclusion(id, subject, name, reason, excludedBy, excludedAt);
    }
}
