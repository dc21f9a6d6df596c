package org.fairlead.ais.derivation;

import org.fairlead.ais.memory.SecondChance;
import org.jspecify.annotations.Nullable;

/// Bytes by key, up to a number of bytes together ([SecondChance]). What is not here is on disk, so
/// anything may be left out.
final class KeptBytes<K> {

    /// Beside its bytes, each entry costs its key, its place in the map and an object.
    private static final int BESIDE_BYTES = 112;

    private final SecondChance<K, Entry> entries = new SecondChance<>();
    private final long most;
    private long used;

    private static final class Entry extends SecondChance.Entry {
        byte[] bytes;

        Entry(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    /// @param most bytes of all entries, with what they cost beside; 0 keeps nothing
    KeptBytes(long most) {
        this.most = most;
    }

    byte @Nullable [] get(K key) {
        var entry = entries.get(key);
        return entry == null ? null : entry.bytes;
    }

    void put(K key, byte[] value) {
        if (size(value) > most) {
            remove(key);
            return;
        }
        var before = entries.get(key);
        if (before == null) {
            entries.put(key, new Entry(value));
            used += size(value);
        } else {
            used += size(value) - size(before.bytes);
            before.bytes = value;
        }
        while (used > most) {
            used -= size(entries.evict().getValue().bytes);
        }
    }

    void remove(K key) {
        var before = entries.remove(key);
        used -= before == null ? 0 : size(before.bytes);
    }

    void clear() {
        entries.clear();
        used = 0;
    }

    private static long size(byte[] value) {
        return value.length + BESIDE_BYTES;
    }
}
