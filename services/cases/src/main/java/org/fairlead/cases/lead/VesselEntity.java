package org.fairlead.cases.lead;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "vessel")
@SuppressWarnings("NullAway.Init")
class VesselEntity {

    @Id String mmsi;
    int version;
    @Nullable String imo;
    @Nullable String name;
    boolean synthetic;

    /// What an event leaves out is filled from what the transmitter said before.
    LeadVessel fill(LeadVessel vessel) {
        return new LeadVessel(
                vessel.mmsi(),
                vessel.imo() == null ? imo : vessel.imo(),
                vessel.name() == null ? name : vessel.name());
    }
}
