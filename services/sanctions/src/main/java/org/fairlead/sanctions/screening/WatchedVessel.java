package org.fairlead.sanctions.screening;

import java.util.List;
import org.fairlead.contracts.ais.VesselRef;
import org.fairlead.screening.Property;
import org.fairlead.screening.Subject;
import org.fairlead.screening.name.Schema;
import org.jspecify.annotations.Nullable;

/// What a transmitter says of itself, and said before.
record WatchedVessel(
        VesselRef vessel,
        boolean synthetic,
        @Nullable String callSign,
        @Nullable String flag,
        List<String> pastImos,
        List<String> pastNames) {

    WatchedVessel {
        pastImos = List.copyOf(pastImos);
        pastNames = List.copyOf(pastNames);
    }

    Subject subject() {
        var subject = Subject.of(vessel.mmsi(), Schema.VESSEL).add(Property.MMSI, vessel.mmsi());
        if (vessel.name() != null) {
            subject.name(vessel.name());
        }
        pastNames.forEach(subject::name);
        if (vessel.imo() != null) {
            subject.add(Property.IMO, vessel.imo());
        }
        subject.addAll(Property.IMO, pastImos);
        if (callSign != null) {
            subject.add(Property.CALL_SIGN, callSign);
        }
        if (flag != null) {
            subject.add(Property.FLAG, flag);
        }
        return subject.build();
    }
}
