package org.fairlead.ais.conduct;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.fairlead.ais.Configured;
import org.fairlead.ais.anomaly.AnomalyConfig;
import org.fairlead.ais.encounter.EncounterConfig;
import org.fairlead.ais.loitering.LoiteringConfig;
import org.fairlead.ais.portcall.Harbours;
import org.fairlead.ais.portcall.PortCallConfig;
import org.fairlead.ais.sample.SampleConfig;

/// The rules of conduct as they are when nobody sets any, far from all ports.
final class ConductDefaults {

    private ConductDefaults() {}

    static ConductStream stream() {
        return new ConductStream(
                Configured.defaults(SampleConfig.class),
                Configured.defaults(PortCallConfig.class),
                Configured.defaults(LoiteringConfig.class),
                Configured.defaults(AnomalyConfig.class),
                Configured.defaults(EncounterConfig.class),
                Harbours.NONE,
                new SimpleMeterRegistry());
    }
}
