package org.fairlead.ais.portcall;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairlead.seas.distance.Place;

/// Harbours by the quarters of a degree that they are near to: every rule asks for each report
/// which of them she is near, and most of the sea is near none.
final class GriddedHarbours implements Harbours {

    /// Wider than any rule asks; beyond it every harbour is looked at.
    private static final double MOST_KILOMETRES = 20;

    /// The fewest, at the equator.
    private static final double KILOMETRES_PER_DEGREE = 110.5;

    private static final int CELLS_PER_DEGREE = 4;
    private static final int COLUMNS = 360 * CELLS_PER_DEGREE;

    private final List<Harbour> all;
    private final Map<Integer, List<Harbour>> cells = new HashMap<>();

    GriddedHarbours(List<Harbour> all) {
        this.all = List.copyOf(all);
        this.all.forEach(this::mark);
        cells.replaceAll((cell, some) -> List.copyOf(some));
    }

    private void mark(Harbour harbour) {
        double north = (MOST_KILOMETRES + harbour.radiusKilometres()) / KILOMETRES_PER_DEGREE;
        var place = harbour.area().centre();
        double farthest = Math.min(89, Math.abs(place.latitudeDegrees()) + north);
        double east = Math.min(179, north / Math.cos(Math.toRadians(farthest)));
        int last = row(place.latitudeDegrees() + north);
        for (int row = row(place.latitudeDegrees() - north); row <= last; row++) {
            int end = column(place.longitudeDegrees() + east);
            for (int column = column(place.longitudeDegrees() - east); column <= end; column++) {
                cells.computeIfAbsent(cell(row, column), any -> new ArrayList<>(2)).add(harbour);
            }
        }
    }

    private static int row(double latitudeDegrees) {
        return (int) Math.floor((Math.clamp(latitudeDegrees, -90, 90) + 90) * CELLS_PER_DEGREE);
    }

    private static int column(double longitudeDegrees) {
        return (int) Math.floor(longitudeDegrees * CELLS_PER_DEGREE);
    }

    private static int cell(int row, int column) {
        return row * COLUMNS + Math.floorMod(column, COLUMNS);
    }

    private List<Harbour> candidates(Place place, double kilometres) {
        return kilometres > MOST_KILOMETRES
                ? all
                : cells.getOrDefault(
                        cell(row(place.latitudeDegrees()), column(place.longitudeDegrees())),
                        List.of());
    }

    @Override
    public List<Harbour> near(Place place, double kilometres) {
        var found = new ArrayList<Harbour>(2);
        for (Harbour one : candidates(place, kilometres)) {
            if (one.kilometresOutside(place) <= kilometres) {
                found.add(one);
            }
        }
        if (found.size() > 1) {
            found.sort(Comparator.comparingDouble(one -> one.kilometresTo(place)));
        }
        return found;
    }

    @Override
    public boolean isNear(Place place, double kilometres) {
        for (Harbour one : candidates(place, kilometres)) {
            if (one.kilometresOutside(place) <= kilometres) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<Harbour> silent() {
        return all.stream().filter(Harbour::isSilent).toList();
    }
}
