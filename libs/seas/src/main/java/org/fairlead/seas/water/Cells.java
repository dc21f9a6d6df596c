package org.fairlead.seas.water;

import com.uber.h3core.H3Core;
import com.uber.h3core.util.LatLng;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.shape.Shape;

/// The cells of the sea: hexagons of H3, resolution 4 offshore and 6 where a resolution 4 cell
/// touches a coast, or resolution 7 all over a window.
///
/// Only building needs H3, whose library is native; what comes out does not.
final class Cells {

    static final int OFFSHORE = 4;
    static final int COAST = 6;
    static final int WINDOW = 7;

    /// No coast longer than this is left unseen: a resolution 4 cell is ten times as wide.
    private static final double COAST_STEP_DEGREES = 0.03;

    private final H3Core h3;
    private final LandMask land;

    Cells(LandMask land) {
        this.land = land;
        try {
            this.h3 = H3Core.newInstance();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Cells of the whole sea, in the order of their numbers, which keeps neighbours together.
    long[] world(List<Shape> shapes) {
        var coast = coast(shapes);
        var found = LongStream.builder();
        for (long base : h3.getRes0Cells()) {
            for (long cell : h3.cellToChildren(base, OFFSHORE)) {
                if (!coast.contains(cell)) {
                    addWater(cell, found);
                } else {
                    h3.cellToChildren(cell, COAST).forEach(child -> addWater(child, found));
                }
            }
        }
        return inOrder(found.build());
    }

    long[] window(Window window) {
        var parents = new HashSet<Long>();
        for (double north = window.south(); north <= window.north(); north += 0.1) {
            for (double east = window.west(); east <= window.east(); east += 0.1) {
                parents.add(h3.latLngToCell(north, east, OFFSHORE));
            }
        }
        var found = LongStream.builder();
        for (long parent : parents) {
            for (long cell : h3.cellToChildren(parent, WINDOW)) {
                if (window.holds(place(cell))) {
                    addWater(cell, found);
                }
            }
        }
        return inOrder(found.build());
    }

    private Set<Long> coast(List<Shape> shapes) {
        var cells = new HashSet<Long>();
        for (Shape shape : shapes) {
            for (double[] ring : shape.rings()) {
                for (int point = 2; point < ring.length; point += 2) {
                    double x = ring[point] - ring[point - 2];
                    double y = ring[point + 1] - ring[point - 1];
                    int steps = 1 + (int) (Math.hypot(x, y) / COAST_STEP_DEGREES);
                    for (int step = 0; step < steps; step++) {
                        double east = ring[point - 2] + x * step / steps;
                        double north = ring[point - 1] + y * step / steps;
                        cells.add(h3.latLngToCell(north, east, OFFSHORE));
                    }
                }
            }
        }
        return cells;
    }

    /// Sorted by the resolution 4 cell they lie in, so that a coastal one's parts stand where it
    /// would have stood.
    private long[] inOrder(LongStream cells) {
        record Placed(long parent, long cell) {}
        return cells.mapToObj(cell -> new Placed(h3.cellToParent(cell, OFFSHORE), cell))
                .sorted(
                        java.util.Comparator.comparingLong(Placed::parent)
                                .thenComparingLong(Placed::cell))
                .mapToLong(Placed::cell)
                .toArray();
    }

    private void addWater(long cell, LongStream.Builder found) {
        LatLng at = h3.cellToLatLng(cell);
        if (!land.isLand(at.lat, at.lng)) {
            found.add(cell);
        }
    }

    Place place(long cell) {
        LatLng at = h3.cellToLatLng(cell);
        return new Place(at.lat, at.lng);
    }

    int resolution(long cell) {
        return h3.getResolution(cell);
    }

    /// Six corners as metres east and north of the centre; a pentagon's last stands twice.
    double[][] corners(long cell, Place centre) {
        var boundary = h3.cellToBoundary(cell);
        // Cells on an edge of H3's icosahedron have corners of their own there: any six serve.
        double[][] corners = new double[Web.CORNERS][];
        for (int corner = 0; corner < Web.CORNERS; corner++) {
            int at = Math.min(boundary.size() - 1, corner * boundary.size() / Web.CORNERS);
            corners[corner] = Local.metres(centre, boundary.get(at).lat, boundary.get(at).lng);
        }
        return corners;
    }

    /// Cells an arc may lead to: rings 1 and 2 of its own kind, and from a coastal cell the
    /// offshore cells around the one it is a part of.
    void neighbours(long cell, LongConsumer each) {
        disk(cell, 2).stream().filter(other -> other != cell).forEach(each::accept);
        if (resolution(cell) == COAST) {
            disk(h3.cellToParent(cell, OFFSHORE), 1).forEach(each::accept);
        }
    }

    private Collection<Long> disk(long cell, int rings) {
        List<Long> cells = h3.gridDisk(cell, rings);
        return new ArrayList<>(cells);
    }

    /// Where the cell stands in cells of which `sorted` lists the numbers; negative when it does
    /// not.
    static int indexIn(long[] sorted, long cell) {
        return Arrays.binarySearch(sorted, cell);
    }
}
