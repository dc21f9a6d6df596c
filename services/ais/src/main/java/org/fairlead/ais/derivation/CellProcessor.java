package org.fairlead.ais.derivation;

import java.util.Arrays;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/// Runs a [CellRule] on the cells of one partition.
final class CellProcessor implements Processor<Long, byte[], String, Derived> {

    private final CellRule rule;
    private final String store;

    private ProcessorContext<String, Derived> context;
    private KeyValueStore<Long, byte[]> states;
    private KnownVessels vessels;

    @SuppressWarnings("NullAway.Init")
    CellProcessor(CellRule rule, String store) {
        this.rule = rule;
        this.store = store;
    }

    @Override
    public void init(ProcessorContext<String, Derived> context) {
        this.context = context;
        states = context.getStateStore(store);
        vessels = KnownVessels.of(context);
    }

    @Override
    public void process(Record<Long, byte[]> record) {
        long cell = record.key();
        byte[] before = states.get(cell);
        var outlet = new ForwardingOutlet<>(context, vessels, record.timestamp());
        byte[] after = rule.on(before, cell, record.value(), record.timestamp(), outlet);
        if (after == null) {
            if (before != null) {
                states.delete(cell);
            }
        } else if (!Arrays.equals(before, after)) {
            states.put(cell, after);
        }
    }
}
