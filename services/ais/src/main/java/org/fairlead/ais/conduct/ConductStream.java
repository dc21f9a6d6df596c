package org.fairlead.ais.conduct;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.state.StoreBuilder;
import org.fairlead.ais.anomaly.AnomalyConfig;
import org.fairlead.ais.derivation.CellRule;
import org.fairlead.ais.derivation.DerivationStream;
import org.fairlead.ais.derivation.Derived;
import org.fairlead.ais.derivation.HeardFrame;
import org.fairlead.ais.encounter.EncounterConfig;
import org.fairlead.ais.loitering.LoiteringConfig;
import org.fairlead.ais.portcall.Harbours;
import org.fairlead.ais.portcall.PortCallConfig;
import org.fairlead.ais.sample.SampleConfig;

/// Visits, loitering, anomalies and encounters, as one contribution to the topology: they share the
/// samples of a ship.
@ApplicationScoped
public class ConductStream implements DerivationStream {

    private final RuleSet settings;
    private final MeterRegistry meters;

    @Inject
    public ConductStream(
            SampleConfig sample,
            PortCallConfig portCall,
            LoiteringConfig loitering,
            AnomalyConfig anomaly,
            EncounterConfig encounter,
            Harbours harbours,
            MeterRegistry meters) {
        this.settings = new RuleSet(sample, portCall, loitering, anomaly, encounter, harbours);
        this.meters = meters;
    }

    @Override
    public String name() {
        return "conduct";
    }

    @Override
    public Processor<String, HeardFrame, String, Derived> processor() {
        return new ConductProcessor(settings, meters);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return ConductProcessor.stores();
    }

    @Override
    public Optional<CellRule<?>> cells() {
        return Optional.of(new Meetings(settings));
    }
}
