package org.fairlead.ais.silence;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fairlead.ais.reception.CellHour;
import org.fairlead.ais.reception.Cells;
import org.fairlead.ais.reception.ShipHour;

/// Says in which cells and slots a ship was heard, and in which she was not although she was heard
/// before and after.
final class ReceptionNotes {

    /// An hour: a ship under way has left the cell by then, and is heard in the next.
    private static final int LOST_AFTER_SLOTS = 6;

    private final Cells cells;
    private final long exposedSlots;

    ReceptionNotes(Cells cells, long exposedMillis) {
        this.cells = cells;
        this.exposedSlots = exposedMillis / Trail.SLOT_MILLIS;
    }

    void put(int mmsi, Trail.Passage passage, NotesByArea notes) {
        var to = passage.to();
        var ships = new LinkedHashMap<CellHour, ShipHour>();
        var from = passage.from();
        if (from != null && to.slot() - from.slot() <= exposedSlots) {
            for (long slot = from.slot() + 1; slot < to.slot(); slot++) {
                double share = (slot - from.slot()) / (double) (to.slot() - from.slot());
                add(ships, mmsi, between(from.contact(), to.contact(), share), slot, to, 0, 0);
            }
        }
        int bit = CellHour.slotBit(to.slot() * Trail.SLOT_MILLIS);
        var place = to.contact().place();
        long cell = cells.cellOf(place.latitudeDegrees(), place.longitudeDegrees());
        add(ships, mmsi, cell, to.slot(), to, to.byLand() ? bit : 0, to.bySatellite() ? bit : 0);
        ships.forEach(notes::put);
        stay(mmsi, passage, cell, notes);
    }

    /// That she left a cell as far as receivers ashore tell, or was lost to them in it.
    private void stay(int mmsi, Trail.Passage passage, long cell, NotesByArea notes) {
        var before = passage.ashore();
        var to = passage.to();
        if (before == null || !to.byLand()) {
            return;
        }
        var place = before.contact().place();
        long was = cells.cellOf(place.latitudeDegrees(), place.longitudeDegrees());
        boolean isLost = to.slot() - before.slot() > LOST_AFTER_SLOTS;
        if (isLost || was != cell) {
            notes.put(
                    CellHour.day(was, before.contact().atMillis()),
                    ShipHour.stay(mmsi, before.contact().classB(), isLost));
        }
    }

    private static void add(
            Map<CellHour, ShipHour> ships,
            int mmsi,
            long cell,
            long slot,
            Trail.Heard heard,
            int byLand,
            int bySatellite) {
        long at = slot * Trail.SLOT_MILLIS;
        var key = new CellHour(cell, CellHour.hourOf(at));
        var known = ships.get(key);
        int exposed = CellHour.slotBit(at) | (known == null ? 0 : known.exposed());
        ships.put(
                key,
                new ShipHour(
                        mmsi,
                        heard.contact().classB(),
                        exposed,
                        byLand | (known == null ? 0 : known.byLand()),
                        bySatellite | (known == null ? 0 : known.bySatellite())));
    }

    private long between(Contact from, Contact to, double share) {
        double east = to.longitudeDegrees() - from.longitudeDegrees();
        double shortEast = east - 360 * Math.floor((east + 180) / 360);
        double longitude = from.longitudeDegrees() + share * shortEast;
        return cells.cellOf(
                Math.clamp(
                        from.latitudeDegrees()
                                + share * (to.latitudeDegrees() - from.latitudeDegrees()),
                        -90,
                        90),
                longitude - 360 * Math.floor((longitude + 180) / 360));
    }
}
