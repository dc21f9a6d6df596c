package org.fairlead.cases.lead;

import org.fairlead.contracts.ais.VesselRef;
import org.jspecify.annotations.Nullable;

/// The vessel a lead is about, as its transmitter names it.
public record LeadVessel(@Nullable String mmsi, @Nullable String imo, @Nullable String name) {

    static LeadVessel of(VesselRef vessel) {
        return new LeadVessel(vessel.mmsi(), vessel.imo(), vessel.name());
    }

    String label() {
        if (name != null) {
            return name;
        }
        return mmsi != null ? "MMSI " + mmsi : imo != null ? "IMO " + imo : "Unknown vessel";
    }
}
