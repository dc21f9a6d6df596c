package org.fairlead.ais.derivation;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// What lies below an [ObjectStore], and counts how often it is asked for one or given one.
final class Disk<K extends Comparable<K>> implements KeyValueStore<K, byte[]> {

    private final String name;
    private final TreeMap<K, byte[]> entries = new TreeMap<>();

    int reads;
    int writes;

    Disk(String name) {
        this.name = name;
    }

    /// As it is now; what comes later is not in it.
    Disk<K> copy() {
        var copy = new Disk<K>(name);
        copy.entries.putAll(entries);
        return copy;
    }

    /// A store of texts on one.
    static ObjectStore<Integer, String> texts(Disk<Integer> disk, Room room) {
        return new ObjectStore<>(
                disk,
                text -> text.getBytes(StandardCharsets.UTF_8),
                bytes -> new String(bytes, StandardCharsets.UTF_8),
                room);
    }

    @Override
    public byte @Nullable [] get(K key) {
        reads++;
        return entries.get(key);
    }

    @Override
    public void put(K key, byte[] value) {
        writes++;
        entries.put(key, value);
    }

    @Override
    public byte @Nullable [] putIfAbsent(K key, byte[] value) {
        return entries.putIfAbsent(key, value);
    }

    @Override
    public void putAll(List<KeyValue<K, byte[]>> all) {
        all.forEach(one -> put(one.key, one.value));
    }

    @Override
    public byte @Nullable [] delete(K key) {
        return entries.remove(key);
    }

    @Override
    public KeyValueIterator<K, byte[]> range(K from, K to) {
        throw new UnsupportedOperationException("ranges");
    }

    @Override
    public KeyValueIterator<K, byte[]> all() {
        return new All<>(new TreeMap<>(entries).entrySet().iterator());
    }

    private record All<K>(Iterator<Map.Entry<K, byte[]>> entries)
            implements KeyValueIterator<K, byte[]> {

        @Override
        public boolean hasNext() {
            return entries.hasNext();
        }

        @Override
        public KeyValue<K, byte[]> next() {
            var entry = entries.next();
            return KeyValue.pair(entry.getKey(), entry.getValue());
        }

        @Override
        public K peekNextKey() {
            throw new UnsupportedOperationException("peeking");
        }

        @Override
        public void close() {}
    }

    @Override
    public long approximateNumEntries() {
        return entries.size();
    }

    @Override
    public String name() {
        return name;
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
