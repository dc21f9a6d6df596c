package org.fairlead.cases.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.fairlead.cases.lifecycle.CaseState;
import org.fairlead.cases.lifecycle.Handling;
import org.fairlead.cases.lifecycle.Outcome;
import org.fairlead.cases.lifecycle.Priority;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "case_file")
@SuppressWarnings("NullAway.Init")
class CaseEntity {

    @Id UUID id;
    String team;
    String number;
    String title;
    @Nullable String summary;

    @Enumerated(EnumType.STRING)
    CaseState state;

    @Enumerated(EnumType.STRING)
    @Nullable Outcome outcome;

    @Enumerated(EnumType.STRING)
    Priority priority;

    @Enumerated(EnumType.STRING)
    Handling handling;

    boolean isSynthetic;
    String openedBy;
    Instant openedAt;
    Instant changedAt;
    int version;

    CaseRef ref() {
        return new CaseRef(id, team, number, state, version, isSynthetic);
    }
}
