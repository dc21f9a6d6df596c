package org.fairlead.ais.conduct;

import org.fairlead.ais.anomaly.AnomalyConfig;
import org.fairlead.ais.encounter.EncounterConfig;
import org.fairlead.ais.encounter.GridPoints;
import org.fairlead.ais.loitering.LoiteringConfig;
import org.fairlead.ais.portcall.Harbours;
import org.fairlead.ais.portcall.PortCallConfig;
import org.fairlead.ais.sample.Sample;
import org.fairlead.ais.sample.SampleConfig;

/// The settings of all rules that look at one ship.
record RuleSet(
        SampleConfig sample,
        PortCallConfig portCall,
        LoiteringConfig loitering,
        AnomalyConfig anomaly,
        EncounterConfig encounter,
        Harbours harbours) {

    boolean isNearPortForLoitering(Sample sample) {
        return harbours.isNear(sample.place(), loitering.fromPortKilometres());
    }

    private boolean isNearPortForEncounters(Sample sample) {
        return harbours.isNear(sample.place(), encounter.fromPortKilometres());
    }

    GridPoints grid() {
        return new GridPoints(encounter, this::isNearPortForEncounters);
    }
}
