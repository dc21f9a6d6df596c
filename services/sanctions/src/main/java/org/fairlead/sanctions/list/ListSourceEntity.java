package org.fairlead.sanctions.list;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/// A row of `list_source`.
@Entity
@Table(name = "list_source")
@NullUnmarked
class ListSourceEntity {

    @Id String id;
    String authority;
    String title;

    @Column(name = "lists_vessels")
    boolean listsVessels;

    @Column(name = "current_version")
    Integer currentVersion;

    @Column(name = "last_attempt_status")
    String lastAttemptStatus;

    @Column(name = "last_attempt_reason")
    String lastAttemptReason;

    @Column(name = "last_attempt_at")
    Instant lastAttemptAt;
}
