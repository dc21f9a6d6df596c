package org.fairlead.ais.silence;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.fairlead.ais.silence.Packed.In;
import org.fairlead.ais.silence.Packed.Out;

/// Numbers that were heard for the first time, or again after long, by area and time.
final class AppearanceStore {

    static final String NAME = "appearances";

    private final KeyValueStore<Bytes, byte[]> store;

    AppearanceStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    void put(long area, SilenceNote.Appeared appeared, long storedMillis) {
        var out = new Out();
        out.number(storedMillis);
        StateCodec.write(out, appeared.contact());
        store.put(key(area, appeared.contact().atMillis(), appeared.mmsi()), out.toByteArray());
    }

    /// Oldest first.
    List<SilenceNote.Appeared> between(long area, long fromMillis, long toMillis) {
        var found = new ArrayList<SilenceNote.Appeared>();
        try (var some = store.range(key(area, fromMillis, 0), key(area, toMillis, -1))) {
            while (some.hasNext()) {
                var entry = some.next();
                var in = new In(entry.value);
                in.number();
                found.add(
                        new SilenceNote.Appeared(
                                ByteBuffer.wrap(entry.key.get()).getInt(16),
                                StateCodec.contact(in)));
            }
        }
        return found;
    }

    void forget(long beforeMillis) {
        var old = new ArrayList<Bytes>();
        try (var all = store.all()) {
            all.forEachRemaining(entry -> {
                if (new In(entry.value).number() < beforeMillis) {
                    old.add(entry.key);
                }
            });
        }
        old.forEach(store::delete);
    }

    /// Unsigned as bytes are compared: times before 1970 do not occur.
    private static Bytes key(long area, long atMillis, int mmsi) {
        return Bytes.wrap(
                ByteBuffer.allocate(20).putLong(area).putLong(atMillis).putInt(mmsi).array());
    }
}
