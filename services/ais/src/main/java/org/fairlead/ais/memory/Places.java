package org.fairlead.ais.memory;

import io.netty.util.collection.IntObjectHashMap;
import io.netty.util.collection.LongObjectHashMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Where each entry is, by key. Numbers lie side by side and not as objects: those of a large fleet
/// are in no cache, and a map of objects follows two more references for each look.
///
/// They are mixed first, because numbers of ships come in blocks, and what is looked for by its
/// number as it is stands in one long row where blocks meet.
final class Places<K, E> {

    /// 2^32 and 2^64 by the golden ratio, odd: multiplied by them no two numbers become the same.
    private static final int INT_MIX = 0x9E3779B9;

    private static final long LONG_MIX = 0x9E3779B97F4A7C15L;

    private final IntObjectHashMap<E> ints = new IntObjectHashMap<>();
    private final LongObjectHashMap<E> longs = new LongObjectHashMap<>();
    private final Map<K, E> others = new HashMap<>();

    /// The place is the lower bits of this.
    static int mixed(int key) {
        int product = key * INT_MIX;
        return product ^ product >>> 16;
    }

    /// The place is the lower bits of one half of this against the other.
    static long mixed(long key) {
        long product = key * LONG_MIX;
        return product ^ product >>> 29;
    }

    @Nullable E get(K key) {
        return switch (key) {
            case Integer number -> ints.get(mixed(number));
            case Long number -> longs.get(mixed(number));
            default -> others.get(key);
        };
    }

    /// @return what was there before
    @Nullable E put(K key, E entry) {
        return switch (key) {
            case Integer number -> ints.put(mixed(number), entry);
            case Long number -> longs.put(mixed(number), entry);
            default -> others.put(key, entry);
        };
    }

    /// @return what was there
    @Nullable E remove(K key) {
        return switch (key) {
            case Integer number -> ints.remove(mixed(number));
            case Long number -> longs.remove(mixed(number));
            default -> others.remove(key);
        };
    }

    int size() {
        return ints.size() + longs.size() + others.size();
    }

    /// In no order that means anything.
    void forEach(Consumer<E> action) {
        ints.values().forEach(action);
        longs.values().forEach(action);
        others.values().forEach(action);
    }

    void clear() {
        ints.clear();
        longs.clear();
        others.clear();
    }
}
