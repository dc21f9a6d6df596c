package org.fairlead.cases.record;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "fact")
@SuppressWarnings("NullAway.Init")
class FactEntity {

    @Id UUID id;
    String team;
    UUID caseId;
    Instant fromAt;
    @Nullable Instant toAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "\"precision\"")
    Precision precision;

    String title;
    @Nullable String detail;
    String source;
    @Nullable Double latitude;
    @Nullable Double longitude;
    String addedBy;
    Instant addedAt;

    Fact fact() {
        return new Fact(
                id, fromAt, toAt, precision, title, detail, source, latitude, longitude, addedBy,
                addedAt);
    }
}
