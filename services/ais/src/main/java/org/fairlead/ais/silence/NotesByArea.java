package org.fairlead.ais.silence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    private final Map<SourceHour, Heard> bySource = new LinkedHashMap<>();

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

    /// That a source heard a ship in a slot.
    void heardBy(Contact contact) {
        bySource.merge(
                new SourceHour(contact.source(), CellHour.hourOf(contact.atMillis())),
                new Heard(1, contact.synthetic()),
                Heard::and);
    }

    /// That a source has come so far, whomever it heard.
    void reached(String source, int hour) {
        bySource.merge(new SourceHour(source, hour), new Heard(0, false), Heard::and);
    }

    private record SourceHour(String source, int hour) {}

    private record Heard(int shipSlots, boolean synthetic) {

        Heard and(Heard other) {
            return new Heard(shipSlots + other.shipSlots, synthetic || other.synthetic);
        }
    }

    List<SilenceNote.SourceHeard> bySource(int partition, int reachedHour) {
        var notes = new ArrayList<SilenceNote.SourceHeard>();
        bySource.forEach((key, heard) ->
                notes.add(
                        new SilenceNote.SourceHeard(
                                key.source(),
                                key.hour(),
                                heard.shipSlots(),
                                partition,
                                reachedHour,
                                heard.synthetic())));
        return notes;
    }

    Map<Long, SilenceNote.Heard> all() {
        var notes = new TreeMap<Long, SilenceNote.Heard>();
        byArea.forEach((area, ships) -> notes.put(area, new SilenceNote.Heard(ships)));
        return notes;
    }
}
