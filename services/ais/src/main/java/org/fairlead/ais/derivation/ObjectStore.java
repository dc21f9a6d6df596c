package org.fairlead.ais.derivation;

import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.fairlead.ais.memory.SecondChance;
import org.jspecify.annotations.Nullable;

/// State by key as objects: read from bytes when first asked for, and written as bytes when Kafka
/// Streams commits, so that a ship heard fifty times between two commits is written once.
///
/// The objects used last are kept as they are, and of more of them the bytes: of a large fleet each
/// ship comes back after seconds, and by then her objects would only have been a burden to the
/// collector. What is in neither is read from disk.
///
/// Underneath is an ordinary store of bytes with its changelog: what is on disk and in Kafka is the
/// same as without this. Kafka Streams asks [CachedStateStore]s, and nobody else, to write before
/// it commits a transaction; that interface is not part of its public API, so a test holds it.
///
/// An owner that can work out again what it put may leave it unsaved ([#putUnsaved]) until it says
/// otherwise.
///
/// The objects are never changed by anybody but their owner, and after a change they are put again.
public final class ObjectStore<K extends Comparable<K>, V>
        implements StateStore, CachedStateStore<K, V> {

    private final KeyValueStore<K, byte[]> bytes;
    private final Function<V, byte[]> encode;
    private final Function<byte[], V> decode;
    private final Room room;

    private final SecondChance<K, Kept<V>> objects = new SecondChance<>();
    private final KeptBytes<K> packed;

    /// In order, for ranges, and because a store takes keys in order with less trouble.
    private final NavigableMap<K, Kept<V>> unwritten = new TreeMap<>();

    /// An object in memory, and whether it is among [#unwritten]: most are put many times between
    /// two commits.
    private static final class Kept<V> extends SecondChance.Entry {
        V value;
        boolean isUnwritten;

        /// Differs from what is stored, and is not among [#unwritten].
        boolean isUnsaved;

        Kept(V value, boolean isUnwritten) {
            this.value = value;
            this.isUnwritten = isUnwritten;
        }
    }

    ObjectStore(
            KeyValueStore<K, byte[]> bytes,
            Function<V, byte[]> encode,
            Function<byte[], V> decode,
            Room room) {
        this.bytes = bytes;
        this.encode = encode;
        this.decode = decode;
        this.packed = new KeptBytes<>(room.bytes());
        this.room = room;
    }

    private void keep(K key, Kept<V> kept) {
        while (objects.size() >= room.objects()) {
            var gone = objects.evict();
            if (gone.getValue().isUnwritten) {
                unwritten.remove(gone.getKey());
                write(gone.getKey(), gone.getValue());
            } else if (gone.getValue().isUnsaved) {
                write(gone.getKey(), gone.getValue());
            }
        }
        objects.put(key, kept);
    }

    public @Nullable V get(K key) {
        var known = objects.get(key);
        if (known != null) {
            return known.value;
        }
        byte[] stored = stored(key);
        if (stored == null) {
            return null;
        }
        V read = decode.apply(stored);
        keep(key, new Kept<>(read, false));
        return read;
    }

    /// As an object, if it is one: nothing is read for it, and it stays no longer for that.
    @Nullable V inMemory(K key) {
        var known = objects.peek(key);
        return known == null ? null : known.value;
    }

    private byte @Nullable [] stored(K key) {
        byte[] inMemory = packed.get(key);
        if (inMemory != null) {
            return inMemory;
        }
        byte[] onDisk = bytes.get(key);
        if (onDisk != null) {
            packed.put(key, onDisk);
        }
        return onDisk;
    }

    public void put(K key, V value) {
        var known = objects.get(key);
        if (known == null) {
            var kept = new Kept<>(value, true);
            unwritten.put(key, kept);
            keep(key, kept);
            return;
        }
        known.value = value;
        known.isUnsaved = false;
        if (!known.isUnwritten) {
            known.isUnwritten = true;
            unwritten.put(key, known);
        }
    }

    /// Puts what its owner works out again when a process begins without it. It is written when it
    /// has to make room, and otherwise not before it is put; until then [#keysBetween] may miss it.
    public void putUnsaved(K key, V value) {
        var known = objects.get(key);
        if (known == null) {
            known = new Kept<>(value, false);
            keep(key, known);
        }
        known.value = value;
        known.isUnsaved = !known.isUnwritten;
    }

    public void delete(K key) {
        unwritten.remove(key);
        objects.remove(key);
        packed.remove(key);
        bytes.delete(key);
    }

    /// All that is stored, in no order that means anything; none of it is kept in memory for that.
    public void forEach(BiConsumer<K, V> action) {
        flushCache();
        objects.forEach((key, kept) -> {
            if (kept.isUnsaved) {
                write(key, kept);
            }
        });
        try (var all = bytes.all()) {
            while (all.hasNext()) {
                var entry = all.next();
                var known = objects.peek(entry.key);
                action.accept(entry.key, known == null ? decode.apply(entry.value) : known.value);
            }
        }
    }

    /// Keys from one to another, both of them among these, in no order that means anything.
    public void keysBetween(K from, K to, Consumer<K> action) {
        var here = unwritten.subMap(from, true, to, true).keySet();
        here.forEach(action);
        try (var stored = bytes.range(from, to)) {
            while (stored.hasNext()) {
                K key = stored.next().key;
                if (!here.contains(key)) {
                    action.accept(key);
                }
            }
        }
    }

    @Override
    public void flushCache() {
        unwritten.forEach(this::write);
        unwritten.clear();
    }

    private void write(K key, Kept<V> kept) {
        kept.isUnwritten = false;
        kept.isUnsaved = false;
        byte[] encoded = encode.apply(kept.value);
        packed.put(key, encoded);
        bytes.put(key, encoded);
    }

    /// What was not committed is not kept: the bytes are what holds.
    @Override
    public void clearCache() {
        unwritten.clear();
        objects.clear();
        packed.clear();
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<K, V> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public String name() {
        return bytes.name();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        bytes.init(context, root);
    }

    @Override
    public void flush() {
        flushCache();
        bytes.flush();
    }

    @Override
    public void close() {
        clearCache();
        bytes.close();
    }

    @Override
    public boolean persistent() {
        return bytes.persistent();
    }

    @Override
    public boolean isOpen() {
        return bytes.isOpen();
    }
}
