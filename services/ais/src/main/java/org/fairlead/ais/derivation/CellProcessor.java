package org.fairlead.ais.derivation;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// Runs a [CellRule] on the cells of one partition.
final class CellProcessor implements Processor<Long, byte[], String, Derived> {

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(5);

    private final CellRule rule;
    private final String store;

    /// Cells with something still to be told, and when the last note came: follows from the store.
    private final Map<Long, Long> owing = new HashMap<>();

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
        if (!rule.canOwe()) {
            return;
        }
        long now = context.currentSystemTimeMs();
        try (var all = states.all()) {
            all.forEachRemaining(entry -> remember(entry.key, entry.value, now));
        }
        context.schedule(LOOKS_EVERY, PunctuationType.WALL_CLOCK_TIME, this::rest);
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
        remember(cell, after, context.currentSystemTimeMs());
    }

    private void remember(long cell, byte @Nullable [] state, long now) {
        if (state != null && rule.canOwe() && rule.isOwing(state)) {
            owing.put(cell, now);
        } else {
            owing.remove(cell);
        }
    }

    private void rest(long now) {
        for (var entry : List.copyOf(owing.entrySet())) {
            long cell = entry.getKey();
            byte[] state = states.get(cell);
            if (state == null) {
                owing.remove(cell);
            } else if (now - entry.getValue() >= rule.restsAfterMillis(state, now)) {
                var outlet = new ForwardingOutlet<>(context, vessels, now);
                states.put(cell, rule.onRest(state, cell, now, outlet));
                owing.remove(cell);
            }
        }
    }
}
