package org.fairlead.ais.derivation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// What lies below an [ObjectStore], and counts how often it is asked for one.
final class Disk implements KeyValueStore<Integer, byte[]> {

    private final Map<Integer, byte[]> entries = new TreeMap<>();

    int reads;

    /// A store of texts on it.
    ObjectStore<Integer, String> under(Room room) {
        return new ObjectStore<>(
                this,
                text -> text.getBytes(StandardCharsets.UTF_8),
                bytes -> new String(bytes, StandardCharsets.UTF_8),
                room);
    }

    @Override
    public byte @Nullable [] get(Integer key) {
        reads++;
        return entries.get(key);
    }

    @Override
    public void put(Integer key, byte[] value) {
        entries.put(key, value);
    }

    @Override
    public byte @Nullable [] putIfAbsent(Integer key, byte[] value) {
        return entries.putIfAbsent(key, value);
    }

    @Override
    public void putAll(List<KeyValue<Integer, byte[]>> all) {
        all.forEach(one -> put(one.key, one.value));
    }

    @Override
    public byte @Nullable [] delete(Integer key) {
        return entries.remove(key);
    }

    @Override
    public KeyValueIterator<Integer, byte[]> range(Integer from, Integer to) {
        throw new UnsupportedOperationException("ranges");
    }

    @Override
    public KeyValueIterator<Integer, byte[]> all() {
        throw new UnsupportedOperationException("all");
    }

    @Override
    public long approximateNumEntries() {
        return entries.size();
    }

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {}

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public boolean persistent() {
        return true;
    }

    @Override
    public boolean isOpen() {
        return true;
    }
}
