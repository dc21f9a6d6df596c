package org.fairlead.ais.tile;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Wide tiles, which everybody who opens the map asks for and which read every ship there is: each
/// is drawn once in a while, and those who ask meanwhile get the same one.
final class TileCache {

    /// Deeper ones hold few ships and are asked for by few.
    static final int DEEPEST = 6;

    private static final int MOST = 512;

    record Key(TilePlace place, long sinceEpochSecond) {}

    private record Drawn(Uni<byte[]> tile, long atMillis) {}

    private final InstantSource clock;
    private final long keptMillis;
    private final Map<Key, Drawn> drawn = new LinkedHashMap<>();

    TileCache(InstantSource clock, Duration kept) {
        this.clock = clock;
        keptMillis = kept.toMillis();
    }

    Uni<byte[]> get(Key key, Supplier<Uni<byte[]>> draw) {
        if (key.place().zoom() > DEEPEST) {
            return draw.get();
        }
        return remembered(key, draw);
    }

    private synchronized Uni<byte[]> remembered(Key key, Supplier<Uni<byte[]>> draw) {
        long now = clock.millis();
        var found = drawn.get(key);
        if (found != null && now - found.atMillis() < keptMillis) {
            return found.tile();
        }
        var tile = draw.get().onFailure().invoke(() -> forget(key)).memoize().indefinitely();
        drawn.remove(key);
        drawn.put(key, new Drawn(tile, now));
        forgetOldest();
        return tile;
    }

    private synchronized void forget(Key key) {
        drawn.remove(key);
    }

    private void forgetOldest() {
        Iterator<Key> oldest = drawn.keySet().iterator();
        while (drawn.size() > MOST) {
            oldest.next();
            oldest.remove();
        }
    }
}
