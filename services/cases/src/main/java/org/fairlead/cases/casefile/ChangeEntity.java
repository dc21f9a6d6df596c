package org.fairlead.cases.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "case_change")
@SuppressWarnings("NullAway.Init")
class ChangeEntity {

    @Id UUID id;
    String team;
    UUID caseId;
    String title;
    @Nullable String detail;
    String actor;
    Instant at;

    HistoryEntry entry() {
        return new HistoryEntry(id, at, title, detail, actor);
    }
}
