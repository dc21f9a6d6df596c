package org.fairlead.cases.notification;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "notification")
@SuppressWarnings("NullAway.Init")
class NotificationEntity {

    @Id UUID id;
    String team;
    String subject;

    @Enumerated(EnumType.STRING)
    NotificationKind kind;

    @Nullable UUID caseId;
    @Nullable UUID leadId;
    String text;
    String by;
    Instant at;
    @Nullable Instant readAt;

    Notification notification() {
        return new Notification(id, kind, caseId, leadId, text, by, at, readAt);
    }
}
