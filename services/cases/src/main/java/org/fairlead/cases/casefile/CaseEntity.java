package org.fairlead.cases.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fairlead.cases.access.CaseAccess;
import org.fairlead.cases.access.CaseGrant;
import org.fairlead.cases.access.Visibility;
import org.fairlead.cases.field.FieldValues;
import org.fairlead.cases.lifecycle.CaseState;
import org.fairlead.cases.lifecycle.Deconfliction;
import org.fairlead.cases.lifecycle.Handling;
import org.fairlead.cases.lifecycle.Outcome;
import org.fairlead.cases.lifecycle.Priority;
import org.fairlead.cases.request.Person;
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

    @Enumerated(EnumType.STRING)
    Visibility visibility;

    String[] compartments = {};

    boolean isSynthetic;
    String openedBy;
    Instant openedAt;
    Instant changedAt;
    int version;

    @Nullable Instant dueAt;
    @Nullable String investigator;
    @Nullable String investigatorName;
    String[] tags = {};

    /// JSON object.
    String customFields = "{}";

    @Nullable String holdReason;
    @Nullable String heldBy;
    @Nullable Instant heldAt;
    @Nullable Instant closedAt;
    @Nullable Instant retainUntil;
    @Nullable Instant disposalProposedAt;
    @Nullable UUID supersededBy;

    @Enumerated(EnumType.STRING)
    Deconfliction deconfliction = Deconfliction.SILENT;

    CaseWork work(Instant now, @Nullable CaseName into, List<CaseName> merged) {
        return new CaseWork(
                dueAt,
                dueAt != null && dueAt.isBefore(now) && state != CaseState.CLOSED,
                Person.of(investigator, investigatorName),
                List.of(tags),
                FieldValues.read(customFields),
                hold(),
                retainUntil,
                disposalProposedAt,
                deconfliction,
                supersededBy != null,
                into,
                merged);
    }

    private CaseWork.@Nullable Hold hold() {
        return holdReason == null || heldBy == null || heldAt == null
                ? null
                : new CaseWork.Hold(holdReason, heldBy, heldAt);
    }

    CaseName name() {
        return new CaseName(id, number, title);
    }

    CaseRef ref() {
        return new CaseRef(id, team, number, state, version, isSynthetic);
    }

    /// What decides for a caller with these grants. Whoever is excluded never gets as far as this
    /// row.
    CaseAccess access(Set<CaseGrant> grants) {
        return new CaseAccess(
                team, visibility, handling, Set.of(compartments), state, false, false, grants);
    }
}
