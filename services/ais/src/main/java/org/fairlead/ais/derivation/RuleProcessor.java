package org.fairlead.ais.derivation;

import java.util.Arrays;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/// Runs a [TransmitterRule] on the transmitters of one partition.
final class RuleProcessor implements Processor<String, HeardFrame, String, Derived> {

    private final TransmitterRule rule;
    private final String store;

    private ProcessorContext<String, Derived> context;
    private KeyValueStore<Integer, byte[]> states;
    private KnownVessels vessels;

    @SuppressWarnings("NullAway.Init")
    RuleProcessor(TransmitterRule rule, String store) {
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
    public void process(Record<String, HeardFrame> record) {
        var frame = record.value();
        var outlet = new ForwardingOutlet<>(context, vessels, record.timestamp());
        for (HeardTransmitter heard : frame.transmitters()) {
            byte[] before = states.get(heard.mmsi());
            byte[] after = rule.on(before, heard, frame, outlet);
            if (after == null) {
                if (before != null) {
                    states.delete(heard.mmsi());
                }
            } else if (!Arrays.equals(before, after)) {
                states.put(heard.mmsi(), after);
            }
        }
    }
}
