package org.fairlead.ais.derivation;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// Bytes by key, up to a number of bytes together: what has been there longest goes first, unless
/// it was asked for or put since it was last its turn. What is not here is on disk, so anything may
/// be left out.
final class KeptBytes<K> {

    /// Beside its bytes, each entry costs its key, its place in the map and an object.
    private static final int BESIDE_BYTES = 112;

    private final LinkedHashMap<K, Entry> entries = new LinkedHashMap<>();
    private final long most;
    private long used;

    private static final class Entry {
        byte[] bytes;

        /// Instead of a list in the order of use, as in [ObjectStore].
        boolean isUsed;

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
        if (entry == null) {
            return null;
        }
        entry.isUsed = true;
        return entry.bytes;
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
            before.isUsed = true;
        }
        while (used > most) {
            evictOne();
        }
    }

    private void evictOne() {
        while (true) {
            var eldest = entries.pollFirstEntry();
            var entry = eldest.getValue();
            if (!entry.isUsed) {
                used -= size(entry.bytes);
                return;
            }
            entry.isUsed = false;
            entries.put(eldest.getKey(), entry);
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
