package org.fairlead.ais.silence;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.fairlead.ais.reception.CellHour;
import org.fairlead.ais.reception.HourOfCell;

/// Who was heard in which hour of which cell, each with the hour in which it was last added to:
/// what a recording of long ago tells is as new as what a feed tells.
final class ReceptionStore {

    static final String NAME = "reception";

    private final KeyValueStore<Bytes, byte[]> store;

    ReceptionStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    HourOfCell of(CellHour at) {
        byte[] stored = store.get(key(at));
        return stored == null
                ? HourOfCell.NONE
                : HourOfCell.decode(Arrays.copyOfRange(stored, 4, stored.length));
    }

    void put(CellHour at, HourOfCell hour, long storedMillis) {
        byte[] bytes = hour.encode();
        store.put(
                key(at),
                ByteBuffer.allocate(4 + bytes.length)
                        .putInt(CellHour.hourOf(storedMillis))
                        .put(bytes)
                        .array());
    }

    void forget(long beforeMillis) {
        int before = CellHour.hourOf(beforeMillis);
        var old = new ArrayList<Bytes>();
        try (var all = store.all()) {
            all.forEachRemaining(entry -> {
                if (ByteBuffer.wrap(entry.value).getInt() < before) {
                    old.add(entry.key);
                }
            });
        }
        old.forEach(store::delete);
    }

    private static Bytes key(CellHour at) {
        return Bytes.wrap(ByteBuffer.allocate(12).putLong(at.cell()).putInt(at.hour()).array());
    }
}
