package org.fairlead.ais.memory;

import java.util.LinkedHashMap;
import java.util.Map;

/// So many entries as were used last: with one more, the one that nobody asked for the longest
/// goes. For what can be worked out or read again; not for several threads.
public final class LastUsed<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1L;

    private final int most;

    public LastUsed(int most) {
        super(64, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
