package org.fairlead.ais.silence;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.fairlead.ais.derivation.ObjectStore;
import org.fairlead.ais.derivation.ObjectStoreBuilder;
import org.fairlead.ais.derivation.Room;
import org.fairlead.ais.reception.CellHour;
import org.fairlead.ais.reception.HourOfCell;

/// Who was heard in which hour of which cell, each with the hour in which it was last added to:
/// what a recording of long ago tells is as new as what a feed tells.
final class ReceptionStore {

    static final String NAME = "reception";

    /// Some hundred bytes each.
    private static final Room ROOM = Room.of(50_000);

    private final ObjectStore<Bytes, Known> store;

    ReceptionStore(ObjectStore<Bytes, Known> store) {
        this.store = store;
    }

    /// @param storedHour in which it was last added to
    record Known(int storedHour, HourOfCell hour) {

        byte[] encode() {
            byte[] bytes = hour.encode();
            return ByteBuffer.allocate(4 + bytes.length).putInt(storedHour).put(bytes).array();
        }

        static Known decode(byte[] stored) {
            return new Known(
                    ByteBuffer.wrap(stored).getInt(),
                    HourOfCell.decode(Arrays.copyOfRange(stored, 4, stored.length)));
        }
    }

    static StoreBuilder<?> builder() {
        return new ObjectStoreBuilder<>(NAME, Serdes.Bytes(), Known::encode, Known::decode, ROOM);
    }

    HourOfCell of(CellHour at) {
        var known = store.get(key(at));
        return known == null ? HourOfCell.NONE : known.hour();
    }

    void put(CellHour at, HourOfCell hour, long storedMillis) {
        store.put(key(at), new Known(CellHour.hourOf(storedMillis), hour));
    }

    void forget(long beforeMillis) {
        int before = CellHour.hourOf(beforeMillis);
        var old = new ArrayList<Bytes>();
        store.forEach((key, known) -> {
            if (known.storedHour() < before) {
                old.add(key);
            }
        });
        old.forEach(store::delete);
    }

    private static Bytes key(CellHour at) {
        return Bytes.wrap(ByteBuffer.allocate(12).putLong(at.cell()).putInt(at.hour()).array());
    }
}
