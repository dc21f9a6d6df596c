package org.fairlead.ais.derivation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Bytes by key, of those used last, up to a number of bytes together. What is not here is on disk,
/// so anything may be left out.
final class KeptBytes<K> {

    /// Beside its bytes, each entry costs its key and its place in the map.
    private static final int BESIDE_BYTES = 96;

    private final Map<K, byte[]> entries = new LinkedHashMap<>(64, 0.75f, true);
    private final long most;
    private long used;

    /// @param most bytes of all entries, with what they cost beside; 0 keeps nothing
    KeptBytes(long most) {
        this.most = most;
    }

    byte @Nullable [] get(K key) {
        return entries.get(key);
    }

    void put(K key, byte[] value) {
        if (size(value) > most) {
            remove(key);
            return;
        }
        byte[] before = entries.put(key, value);
        used += size(value) - (before == null ? 0 : size(before));
        var eldest = entries.values().iterator();
        while (used > most) {
            used -= size(eldest.next());
            eldest.remove();
        }
    }

    void remove(K key) {
        byte[] before = entries.remove(key);
        used -= before == null ? 0 : size(before);
    }

    void clear() {
        entries.clear();
        used = 0;
    }

    private static long size(byte[] value) {
        return value.length + BESIDE_BYTES;
    }
}
