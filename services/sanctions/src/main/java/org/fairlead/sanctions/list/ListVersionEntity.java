package org.fairlead.sanctions.list;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/// A row of `list_version`.
@Entity
@Table(name = "list_version")
@IdClass(ListVersionEntity.Key.class)
@NullUnmarked
class ListVersionEntity {

    @Id String list;
    @Id int number;
    String status;
    String reason;
    String sha256;

    @Column(name = "size_bytes")
    long sizeBytes;

    @Column(name = "observed_at")
    Instant observedAt;

    @Column(name = "last_observed_at")
    Instant lastObservedAt;

    @Column(name = "published_at")
    Instant publishedAt;

    int listings;
    int vessels;
    int added;
    int changed;
    int removed;
    String format;
    String warnings;
    String decision;

    @Column(name = "decision_by")
    String decisionBy;

    @Column(name = "decision_at")
    Instant decisionAt;

    @Column(name = "decision_comment")
    String decisionComment;

    @Column(name = "confirmed_by")
    String confirmedBy;

    @Column(name = "confirmed_at")
    Instant confirmedAt;

    @Column(name = "taken_by")
    String takenBy;

    @Column(name = "taken_at")
    Instant takenAt;

    ListVersionView view() {
        return new ListVersionView(
                list,
                number,
                status,
                sha256,
                sizeBytes,
                observedAt,
                lastObservedAt,
                publishedAt,
                listings,
                vessels,
                added,
                changed,
                removed,
                reason,
                format,
                warnings.lines().toList(),
                decision == null
                        ? null
                        : new ListVersionView.Decision(
                                decision,
                                decisionBy,
                                decisionAt,
                                decisionComment,
                                confirmedBy,
                                confirmedAt));
    }

    VersionSpan span() {
        return new VersionSpan(number, sha256, observedAt, lastObservedAt);
    }

    record Key(String list, int number) implements Serializable {}
}
