package org.fairlead.ais.reception;

import com.uber.h3core.H3Core;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.fairlead.ais.memory.LastUsed;

/// Cells of H3: resolution 5 (some 250 km²) for reception ashore, resolution 3 (some 12,000 km²)
/// for reception by satellites, resolution 1 for what is kept together.
///
/// Not for several threads: what was looked up is kept.
public final class Cells {

    private static final int RECEPTION = 5;
    private static final int WIDE = 3;
    private static final int AREA = 1;
    private static final int MOST_KEPT = 50_000;

    private final H3Core h3;
    private final LastUsed<Long, List<Long>> rings = new LastUsed<>(MOST_KEPT);
    private final LastUsed<Long, List<Long>> areas = new LastUsed<>(MOST_KEPT);

    public Cells() {
        try {
            h3 = H3Core.newInstance();
        } catch (IOException missing) {
            throw new UncheckedIOException("H3's library cannot be loaded", missing);
        }
    }

    public long cellOf(double latitudeDegrees, double longitudeDegrees) {
        return h3.latLngToCell(latitudeDegrees, longitudeDegrees, RECEPTION);
    }

    /// The cell and those around it.
    public List<Long> ring(long cell) {
        return rings.computeIfAbsent(cell, any -> List.copyOf(h3.gridDisk(cell, 1)));
    }

    /// The wide cell in which a cell lies: a satellite hears, or does not hear, all of it at once.
    public long wideOf(long cell) {
        return h3.cellToParent(cell, WIDE);
    }

    public long areaOf(long cell) {
        return h3.cellToParent(cell, AREA);
    }

    /// The areas of the cell and of those around it, and of the wide cells around its own.
    public List<Long> areasAround(long cell) {
        return areas.computeIfAbsent(
                cell,
                any ->
                        Stream.concat(ring(cell).stream(), ring(wideOf(cell)).stream())
                                .map(this::areaOf)
                                .distinct()
                                .toList());
    }

    public String name(long cell) {
        return h3.h3ToString(cell);
    }
}
