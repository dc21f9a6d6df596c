package org.fairlead.ais.memory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Entries by key. Their owner says when one has to go: then it is the one that has been there
/// longest, unless it was asked for since it was last its turn; then it stays another round. That
/// is how operating systems replace pages, and about as good as the order of use.
///
/// A list in the order of use would change old entries all over the heap each time one is asked
/// for, which the collector then looks through.
///
/// Not for several threads.
public final class SecondChance<K, E extends SecondChance.Entry> {

    /// What is kept, with its mark.
    public abstract static class Entry {
        private boolean isUsed;
    }

    /// The one that has been there longest is first.
    private final LinkedHashMap<K, E> entries = new LinkedHashMap<>();

    public @Nullable E get(K key) {
        var entry = entries.get(key);
        if (entry != null) {
            mark(entry, true);
        }
        return entry;
    }

    private static void mark(Entry entry, boolean isUsed) {
        entry.isUsed = isUsed;
    }

    /// Without keeping it any longer for that.
    public @Nullable E peek(K key) {
        return entries.get(key);
    }

    /// @param key of no other entry
    public void put(K key, E entry) {
        entries.put(key, entry);
    }

    public @Nullable E remove(K key) {
        return entries.remove(key);
    }

    /// Lets one go; there must be one.
    public Map.Entry<K, E> evict() {
        while (true) {
            var eldest = entries.pollFirstEntry();
            if (!staysFor(eldest, any -> true)) {
                return eldest;
            }
        }
    }

    /// Lets one go of those that may.
    ///
    /// @param most after so many were looked at, none goes: few may
    public Map.@Nullable Entry<K, E> evict(Predicate<E> mayGo, int most) {
        for (int tries = 0; tries < most && !entries.isEmpty(); tries++) {
            var eldest = entries.pollFirstEntry();
            if (!staysFor(eldest, mayGo)) {
                return eldest;
            }
        }
        return null;
    }

    private boolean staysFor(Map.Entry<K, E> eldest, Predicate<E> mayGo) {
        Entry entry = eldest.getValue();
        if (!entry.isUsed && mayGo.test(eldest.getValue())) {
            return false;
        }
        mark(entry, false);
        entries.put(eldest.getKey(), eldest.getValue());
        return true;
    }

    public int size() {
        return entries.size();
    }

    public Set<K> keys() {
        return entries.keySet();
    }

    public void forEach(BiConsumer<K, E> action) {
        entries.forEach(action);
    }

    public void clear() {
        entries.clear();
    }
}
