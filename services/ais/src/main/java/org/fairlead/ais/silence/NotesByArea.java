package org.fairlead.ais.silence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fairlead.ais.reception.CellHour;
import org.fairlead.ais.reception.Cells;
import org.fairlead.ais.reception.ShipHour;

/// Collects what one frame tells of cells, so that each area gets one note.
final class NotesByArea {

    private final Cells cells;
    private final Map<Long, List<SilenceNote.InCell>> byArea = new TreeMap<>();

    NotesByArea(Cells cells) {
        this.cells = cells;
    }

    /// To the cell's own area and to those that border on it.
    void put(CellHour at, ShipHour ship) {
        for (long area : cells.areasAround(at.cell())) {
            byArea.computeIfAbsent(area, any -> new ArrayList<>())
                    .add(new SilenceNote.InCell(at, ship));
        }
    }

    Map<Long, SilenceNote.Heard> all() {
        var notes = new TreeMap<Long, SilenceNote.Heard>();
        byArea.forEach((area, ships) -> notes.put(area, new SilenceNote.Heard(ships)));
        return notes;
    }
}
