package org.fairlead.ais.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/// What came of many ships, ship by ship.
public final class ByShip {

    private ByShip() {}

    /// What came of each, in the order in which it came; ships in the order of their numbers. A
    /// frame of a large fleet has hardly two of one ship: numbers are sorted, and no map is made of
    /// all of them.
    public static <T> List<List<T>> of(List<T> rows, ToIntFunction<T> mmsi) {
        long[] order = new long[rows.size()];
        for (int row = 0; row < order.length; row++) {
            order[row] = (long) mmsi.applyAsInt(rows.get(row)) << Integer.SIZE | row;
        }
        Arrays.sort(order);
        var ships = new ArrayList<List<T>>();
        var hers = new ArrayList<T>();
        for (int i = 0; i < order.length; i++) {
            hers.add(rows.get((int) order[i]));
            boolean isLastOfHers =
                    i + 1 == order.length
                            || order[i] >> Integer.SIZE != order[i + 1] >> Integer.SIZE;
            if (isLastOfHers) {
                ships.add(hers);
                hers = new ArrayList<>(hers.size());
            }
        }
        return ships;
    }
}
