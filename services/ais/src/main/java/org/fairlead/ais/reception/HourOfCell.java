package org.fairlead.ais.reception;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Who was in a cell in an hour, and in which slots each was heard: a union, the same in whatever
/// order it is told, and however often.
///
/// @param ships by MMSI
public record HourOfCell(List<ShipHour> ships) {

    public static final HourOfCell NONE = new HourOfCell(List.of());

    private static final int BYTES = 8;

    public HourOfCell {
        ships = List.copyOf(ships);
    }

    /// This and one more; this itself when that tells nothing new.
    public HourOfCell and(ShipHour ship) {
        for (int i = 0; i < ships.size(); i++) {
            var known = ships.get(i);
            if (known.mmsi() == ship.mmsi()) {
                var both = known.and(ship);
                if (both.equals(known)) {
                    return this;
                }
                var changed = new ArrayList<>(ships);
                changed.set(i, both);
                return new HourOfCell(changed);
            }
        }
        var more = new ArrayList<>(ships);
        more.add(ship);
        more.sort(Comparator.comparingInt(ShipHour::mmsi));
        return new HourOfCell(more);
    }

    /// This and many more, sorted anew once; this itself when they tell nothing new.
    public HourOfCell and(List<ShipHour> more) {
        if (more.size() == 1) {
            return and(more.getFirst());
        }
        var all = new TreeMap<Integer, ShipHour>();
        ships.forEach(ship -> all.put(ship.mmsi(), ship));
        more.forEach(ship -> all.merge(ship.mmsi(), ship, ShipHour::and));
        var next = List.copyOf(all.values());
        return next.equals(ships) ? this : new HourOfCell(next);
    }

    /// ```
    /// for each ship: int32 MMSI, int8 class, int8 exposed, int8 by land, int8 by satellite
    /// ```
    public byte[] encode() {
        var bytes = ByteBuffer.allocate(ships.size() * BYTES);
        for (ShipHour ship : ships) {
            bytes.putInt(ship.mmsi())
                    .put((byte) (ship.classB() ? 1 : 0))
                    .put((byte) ship.exposed())
                    .put((byte) ship.byLand())
                    .put((byte) ship.bySatellite());
        }
        return bytes.array();
    }

    public static HourOfCell decode(byte @Nullable [] stored) {
        if (stored == null) {
            return NONE;
        }
        var bytes = ByteBuffer.wrap(stored);
        var ships = new ArrayList<ShipHour>(stored.length / BYTES);
        while (bytes.remaining() >= BYTES) {
            ships.add(
                    new ShipHour(
                            bytes.getInt(),
                            bytes.get() != 0,
                            bytes.get(),
                            bytes.get(),
                            bytes.get()));
        }
        return new HourOfCell(ships);
    }
}
