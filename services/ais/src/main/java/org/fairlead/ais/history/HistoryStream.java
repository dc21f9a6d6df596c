package org.fairlead.ais.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.state.StoreBuilder;
import org.fairlead.ais.derivation.AfterwardsStream;
import org.fairlead.ais.derivation.DerivationStream;
import org.fairlead.ais.derivation.Derived;
import org.fairlead.ais.portcall.Harbours;
import org.fairlead.ais.portcall.PortCallConfig;

/// Voyages, inferred visits, identity and draught, as a contribution to the topology: they follow
/// from silences, visits and identities.
@ApplicationScoped
public class HistoryStream implements AfterwardsStream {

    private final HistoryRule rule;
    private final int remembered;

    @Inject
    public HistoryStream(HistoryConfig config, PortCallConfig portCall, Harbours harbours) {
        this.rule = new HistoryRule(config, portCall, harbours, SeaMiles.GREAT_CIRCLE);
        this.remembered = config.remembered();
    }

    @Override
    public String name() {
        return "histories-of-ships";
    }

    @Override
    public Processor<String, byte[], String, Derived> processor() {
        return new HistoryProcessor(rule, remembered);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(DerivationStream.byTransmitter(HistoryProcessor.STORE));
    }
}
