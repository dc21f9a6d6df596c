package org.fairlead.cases.watch;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "watch")
@SuppressWarnings("NullAway.Init")
class WatchEntity {

    @Id UUID id;
    String team;
    String subject;
    String ownerName;

    @Enumerated(EnumType.STRING)
    WatchKind kind;

    String title;
    @Nullable String mmsi;
    @Nullable String imo;
    @Nullable Double south;
    @Nullable Double west;
    @Nullable Double north;
    @Nullable Double east;
    @Nullable String words;
    Instant createdAt;

    Watch watch() {
        return new Watch(
                id,
                kind,
                title,
                mmsi,
                imo,
                kind == WatchKind.AREA ? new Area(south, west, north, east) : null,
                words,
                createdAt);
    }
}
