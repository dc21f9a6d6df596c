package org.fairlead.ais.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.state.StoreBuilder;
import org.fairlead.ais.derivation.AfterwardsStream;
import org.fairlead.ais.derivation.CellRule;
import org.fairlead.ais.derivation.Derived;
import org.fairlead.ais.portcall.Harbours;
import org.fairlead.ais.portcall.PortCallConfig;
import org.fairlead.ais.sea.Sea;

/// Voyages, inferred visits, identity and draught, as a contribution to the topology: they follow
/// from silences, visits and identities.
@ApplicationScoped
public class HistoryStream implements AfterwardsStream {

    private final HistoryRule rule;
    private final HistoryConfig config;

    @Inject
    public HistoryStream(
            HistoryConfig config, PortCallConfig portCall, Harbours harbours, Sea sea) {
        this.rule = new HistoryRule(config, portCall, harbours, sea);
        this.config = config;
    }

    @Override
    public String name() {
        return "histories-of-ships";
    }

    @Override
    public Processor<String, byte[], String, Derived> processor() {
        return new HistoryProcessor(rule, config.remembered());
    }

    /// By IMO number: who sent it.
    @Override
    public Optional<CellRule<?>> cells() {
        return Optional.of(new NumberRule(config));
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(HistoryProcessor.store());
    }
}
