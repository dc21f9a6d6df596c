package org.fairlead.ais.derivation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/// Runs a [CellRule] on the cells of one partition.
final class CellProcessor<S> implements Processor<Long, byte[], String, Derived> {

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);
    private static final long LONGEST_LOOK_MILLIS = 200;

    /// States in memory of a partition; most are some hundred bytes.
    private static final Room ROOM = Room.of(20_000);

    private final CellRule<S> rule;
    private final String store;

    /// Cells that notes came for since they were looked at, and when the last one came.
    private final LinkedHashMap<Long, Long> touched = new LinkedHashMap<>();

    /// Cells with something still to be told, and when that is due: follows from the store.
    private final Map<Long, Long> owing = new HashMap<>();

    private ProcessorContext<String, Derived> context;
    private ObjectStore<Long, S> states;
    private KnownVessels vessels;

    @SuppressWarnings("NullAway.Init")
    CellProcessor(CellRule<S> rule, String store) {
        this.rule = rule;
        this.store = store;
    }

    static <S> StoreBuilder<?> store(CellRule<S> rule, String store) {
        return new ObjectStoreBuilder<Long, S>(
                store, Serdes.Long(), rule::encode, rule::decode, ROOM);
    }

    @Override
    public void init(ProcessorContext<String, Derived> context) {
        this.context = context;
        states = context.getStateStore(store);
        vessels = KnownVessels.of(context);
        // A task that is revived after a failed commit begins again with the same processor.
        touched.clear();
        owing.clear();
        if (!rule.canOwe()) {
            return;
        }
        long now = context.currentSystemTimeMs();
        states.forEach((cell, state) -> {
            if (rule.mayTell(state)) {
                touched.put(cell, now);
            }
        });
        context.schedule(LOOKS_EVERY, PunctuationType.WALL_CLOCK_TIME, this::look);
    }

    @Override
    public void process(Record<Long, byte[]> record) {
        long cell = record.key();
        var before = states.get(cell);
        var outlet = new ForwardingOutlet<>(context, vessels, record.timestamp());
        var after = rule.on(before, cell, record.value(), record.timestamp(), outlet);
        if (after == null) {
            if (before != null) {
                states.delete(cell);
            }
            touched.remove(cell);
            owing.remove(cell);
            return;
        }
        keep(cell, before, after);
        if (rule.canOwe() && rule.mayTell(after)) {
            // At the end, so that those that wait longest are looked at first.
            touched.putLast(cell, context.currentSystemTimeMs());
        }
    }

    private void keep(long cell, @org.jspecify.annotations.Nullable S before, S after) {
        if (before != after) {
            states.put(cell, after);
        }
    }

    /// For so long only, lest notes wait: what remains is looked at the next time.
    private void look(long now) {
        long until = context.currentSystemTimeMs() + LONGEST_LOOK_MILLIS;
        var next = touched.pollFirstEntry();
        while (next != null) {
            lookAt(next.getKey(), next.getValue(), now);
            next = context.currentSystemTimeMs() > until ? null : touched.pollFirstEntry();
        }
        restWhereDue(now);
    }

    private void restWhereDue(long now) {
        var due = new ArrayList<Long>();
        owing.forEach((cell, at) -> {
            if (at <= now) {
                due.add(cell);
            }
        });
        due.forEach(cell -> rest(cell, now));
    }

    private void lookAt(long cell, long touchedAt, long now) {
        var before = states.get(cell);
        if (before == null) {
            return;
        }
        var outlet = new ForwardingOutlet<>(context, vessels, now);
        S after = rule.onLook(before, cell, now, outlet);
        keep(cell, before, after);
        if (rule.isOwing(after)) {
            owing.put(cell, touchedAt + rule.restsAfterMillis(after, now));
        } else {
            owing.remove(cell);
        }
    }

    private void rest(long cell, long now) {
        owing.remove(cell);
        var before = states.get(cell);
        if (before != null) {
            var outlet = new ForwardingOutlet<>(context, vessels, now);
            keep(cell, before, rule.onRest(before, cell, now, outlet));
        }
    }
}
