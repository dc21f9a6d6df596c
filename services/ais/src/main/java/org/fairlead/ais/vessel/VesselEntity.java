package org.fairlead.ais.vessel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.fairlead.ais.vessel.IdentityClaim.Said;
import org.jspecify.annotations.Nullable;

/// The identity that holds now. `version` rises when it changes, and each version is published.
@Entity
@Table(name = "vessel")
@SuppressWarnings("NullAway.Init")
class VesselEntity {

    @Id int mmsi;
    int version;
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

    @Column(name = "first_seen_at")
    Instant firstSeenAt;

    @Column(name = "last_seen_at")
    Instant lastSeenAt;

    boolean synthetic;

    Said said() {
        return new Said(imo, name, callSign, shipTypeCode, lengthMetres, beamMetres);
    }

    void say(Said said) {
        imo = said.imo();
        name = said.name();
        callSign = said.callSign();
        shipTypeCode = said.shipTypeCode();
        lengthMetres = said.lengthMetres();
        beamMetres = said.beamMetres();
    }
}
