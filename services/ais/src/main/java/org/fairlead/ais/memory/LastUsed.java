package org.fairlead.ais.memory;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// So many entries ([SecondChance]), for what can be worked out or read again; not for several
/// threads.
public final class LastUsed<K, V> {

    private final int most;
    private final SecondChance<K, Entry<V>> entries = new SecondChance<>();

    private static final class Entry<V> extends SecondChance.Entry {
        V value;

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
        return entry == null ? null : entry.value;
    }

    public void put(K key, V value) {
        var entry = entries.get(key);
        if (entry != null) {
            entry.value = value;
            return;
        }
        while (entries.size() >= most) {
            entries.evict();
        }
        entries.put(key, new Entry<>(value));
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
