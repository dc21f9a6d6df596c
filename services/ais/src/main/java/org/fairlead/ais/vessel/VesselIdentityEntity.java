package org.fairlead.ais.vessel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.fairlead.ais.vessel.IdentityClaim.Said;
import org.fairlead.messaging.outbox.OutboxEvent;
import org.jspecify.annotations.Nullable;

/// One claim. Its id is made of the claim, so that the same claim is the same row.
@Entity
@Table(name = "vessel_identity")
@SuppressWarnings("NullAway.Init")
class VesselIdentityEntity {

    @Id UUID id;
    int mmsi;
    String origin;
    @Nullable String imo;
    @Nullable String name;

    @Column(name = "call_sign")
    @Nullable String callSign;

    @Column(name = "ship_type_code")
    @Nullable Integer shipTypeCode;

    @Column(name = "length_metres")
    @Nullable Integer lengthMetres;

    @Column(name = "beam_metres")
    @Nullable Integer beamMetres;

    String source;
    boolean synthetic;

    @Column(name = "first_seen_at")
    Instant firstSeenAt;

    @Column(name = "last_seen_at")
    Instant lastSeenAt;

    static UUID idOf(IdentityClaim claim) {
        return OutboxEvent.idOf(
                claim.mmsi(),
                claim.origin(),
                text(claim.said()),
                claim.source(),
                claim.synthetic());
    }

    /// As the record wrote itself before it had a draught: the ids of rows that are there stay.
    private static String text(Said said) {
        return "Said[imo="
                + said.imo()
                + ", name="
                + said.name()
                + ", callSign="
                + said.callSign()
                + ", shipTypeCode="
                + said.shipTypeCode()
                + ", lengthMetres="
                + said.lengthMetres()
                + ", beamMetres="
                + said.beamMetres()
                + "]";
    }

    static VesselIdentityEntity of(IdentityClaim claim) {
        var row = new VesselIdentityEntity();
        var said = claim.said();
        row.id = idOf(claim);
        row.mmsi = claim.mmsi();
        row.origin = claim.origin();
        row.imo = said.imo();
        row.name = said.name();
        row.callSign = said.callSign();
        row.shipTypeCode = said.shipTypeCode();
        row.lengthMetres = said.lengthMetres();
        row.beamMetres = said.beamMetres();
        row.source = claim.source();
        row.synthetic = claim.synthetic();
        row.firstSeenAt = claim.firstSeenAt();
        row.lastSeenAt = claim.lastSeenAt();
        return row;
    }

    IdentityClaim claim() {
        return new IdentityClaim(
                mmsi,
                origin,
                new Said(imo, name, callSign, shipTypeCode, lengthMetres, beamMetres),
                source,
                synthetic,
                firstSeenAt,
                lastSeenAt);
    }
}
