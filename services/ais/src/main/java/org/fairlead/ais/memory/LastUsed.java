package org.fairlead.ais.memory;

import java.util.LinkedHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// So many entries: with one more, the one that has been there longest goes, unless it was asked
/// for since it was last its turn; then it stays another round. For what can be worked out or read
/// again; not for several threads.
///
/// A list in the order of use would change old entries all over the heap each time one is asked
/// for, which the collector then looks through.
public final class LastUsed<K, V> {

    private final int most;
    private final LinkedHashMap<K, Entry<V>> entries = new LinkedHashMap<>();

    private static final class Entry<V> {
        V value;
        boolean isUsed;

        Entry(V value) {
            this.value = value;
        }
    }

    /// @param most at least one
    public LastUsed(int most) {
        this.most = most;
    }

    public @Nullable V get(K key) {
        var entry = entries.get(key);
        if (entry == null) {
            return null;
        }
        entry.isUsed = true;
        return entry.value;
    }

    public void put(K key, V value) {
        var entry = entries.get(key);
        if (entry != null) {
            entry.value = value;
            entry.isUsed = true;
            return;
        }
        while (entries.size() >= most) {
            evictOne();
        }
        entries.put(key, new Entry<>(value));
    }

    private void evictOne() {
        while (true) {
            var eldest = entries.pollFirstEntry();
            if (!eldest.getValue().isUsed) {
                return;
            }
            eldest.getValue().isUsed = false;
            entries.put(eldest.getKey(), eldest.getValue());
        }
    }

    /// @param make may ask for others, but not of this
    public V computeIfAbsent(K key, Function<K, V> make) {
        var there = get(key);
        if (there != null) {
            return there;
        }
        V made = make.apply(key);
        put(key, made);
        return made;
    }

    public int size() {
        return entries.size();
    }

    public void clear() {
        entries.clear();
    }
}
