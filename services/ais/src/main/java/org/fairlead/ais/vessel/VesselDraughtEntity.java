package org.fairlead.ais.vessel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.messaging.outbox.OutboxEvent;

/// One draught said on one day. Its id is made of that, so that it exists once.
@Entity
@Table(name = "vessel_draught")
@SuppressWarnings("NullAway.Init")
class VesselDraughtEntity {

    private static final long SECONDS_PER_DAY = 86_400;

    @Id UUID id;
    int mmsi;
    int decimetres;
    String source;
    boolean synthetic;

    @Column(name = "first_seen_at")
    Instant firstSeenAt;

    @Column(name = "last_seen_at")
    Instant lastSeenAt;

    /// @param claim one with a draught
    static VesselDraughtEntity of(IdentityClaim claim) {
        var row = new VesselDraughtEntity();
        row.mmsi = claim.mmsi();
        row.decimetres = Objects.requireNonNull(claim.said().draughtDecimetres());
        row.source = claim.source();
        row.synthetic = claim.synthetic();
        row.firstSeenAt = claim.firstSeenAt();
        row.lastSeenAt = claim.lastSeenAt();
        row.id =
                OutboxEvent.idOf(
                        "draught",
                        row.mmsi,
                        row.firstSeenAt.getEpochSecond() / SECONDS_PER_DAY,
                        row.decimetres,
                        row.source,
                        row.synthetic);
        return row;
    }

    /// @return whether it now says more
    boolean widen(VesselDraughtEntity other) {
        boolean isEarlier = other.firstSeenAt.isBefore(firstSeenAt);
        boolean isLater = other.lastSeenAt.isAfter(lastSeenAt);
        firstSeenAt = isEarlier ? other.firstSeenAt : firstSeenAt;
        lastSeenAt = isLater ? other.lastSeenAt : lastSeenAt;
        return isEarlier || isLater;
    }
}
