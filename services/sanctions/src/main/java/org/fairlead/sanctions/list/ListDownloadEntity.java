package org.fairlead.sanctions.list;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/// A row of `list_download`.
@Entity
@Table(name = "list_download")
@NullUnmarked
class ListDownloadEntity {

    @Id String list;
    String url;
    String etag;

    @Column(name = "last_modified")
    String lastModified;

    @Column(name = "attempted_at")
    Instant attemptedAt;

    String outcome;
    String detail;
    int failures;

    @Column(name = "next_at")
    Instant nextAt;

    DownloadState state() {
        return new DownloadState(url, attemptedAt, outcome, detail, failures, nextAt);
    }
}
