package org.fairlead.ais.derivation;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.state.StoreBuilder;

/// A contribution made of rules that know nothing of Kafka.
record RuleStream(TransmitterRule rule, Optional<CellRule<?>> cells) implements DerivationStream {

    @Override
    public String name() {
        return rule.name();
    }

    private String store() {
        return rule.name() + "-state";
    }

    @Override
    public Processor<String, HeardFrame, String, Derived> processor() {
        return new RuleProcessor(rule, store());
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(DerivationStream.byTransmitter(store()));
    }
}
