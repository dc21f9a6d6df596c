package org.fairlead.ais.derivation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/// Runs a [CellRule] on the cells of one partition.
final class CellProcessor<S> implements Processor<Long, byte[], String, Derived> {

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);
    private static final long LONGEST_LOOK_MILLIS = 200;

    /// What the name of the store of the newest time ends in.
    private static final String NEWEST = "-newest";

    /// States in memory of a partition; most are some hundred bytes.
    private static final Room ROOM = Room.of(20_000);

    private final CellRule<S> rule;
    private final String store;

    /// Cells that notes came for since they were looked at, and when the last one came.
    private final LinkedHashMap<Long, Long> touched = new LinkedHashMap<>();

    /// Cells with something still to be told, and when that is due: follows from the store.
    private final Map<Long, Long> owing = new HashMap<>();

    private @Nullable KnownCells known;

    private ProcessorContext<String, Derived> context;
    private ObjectStore<Long, S> states;
    private KnownVessels vessels;

    @SuppressWarnings("NullAway.Init")
    CellProcessor(CellRule<S> rule, String store) {
        this.rule = rule;
        this.store = store;
    }

    static <S> Set<StoreBuilder<?>> stores(CellRule<S> rule, String store) {
        var states =
                new ObjectStoreBuilder<Long, S>(
                        store, Serdes.Long(), rule::encode, rule::decode, ROOM);
        return rule.hasTimes() ? Set.of(states, newestStore(store)) : Set.of(states);
    }

    /// One number, which is written when a time begins.
    private static StoreBuilder<?> newestStore(String store) {
        return Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(store + NEWEST), Serdes.Integer(), Serdes.Long());
    }

    @Override
    public void init(ProcessorContext<String, Derived> context) {
        this.context = context;
        states = context.getStateStore(store);
        vessels = KnownVessels.of(context);
        // A task that is revived after a failed commit begins again with the same processor.
        touched.clear();
        owing.clear();
        if (rule.hasTimes()) {
            KeyValueStore<Integer, Long> newest = context.getStateStore(store + NEWEST);
            known = new KnownCells(storedUntil(newest), time -> newest.put(0, time));
        }
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

    /// An earlier version stored states and no newest time: then all of them are looked at.
    private long storedUntil(KeyValueStore<Integer, Long> newest) {
        Long stored = newest.get(0);
        if (stored != null) {
            return stored;
        }
        var until = new AtomicLong(CellRule.TIMELESS);
        states.forEach((cell, state) -> until.accumulateAndGet(rule.timeOf(state), Math::max));
        return until.get();
    }

    @Override
    public void process(Record<Long, byte[]> record) {
        long cell = record.key();
        var before = mayBeThere(cell, record.value()) ? states.get(cell) : null;
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

    private boolean mayBeThere(long cell, byte[] note) {
        return known == null || known.mayBeThere(cell, rule.timeOf(cell, note));
    }

    private void keep(long cell, @Nullable S before, S after) {
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
