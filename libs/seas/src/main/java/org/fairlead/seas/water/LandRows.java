package org.fairlead.seas.water;

import java.util.Arrays;
import java.util.List;
import org.fairlead.seas.shape.Shape;

/// Turns outlines into the rows of a {@link LandMask}.
final class LandRows {

    static final int ROWS_PER_DEGREE = 240;
    static final int ROWS = 180 * ROWS_PER_DEGREE;

    private int[] rowOf = new int[1 << 20];
    private float[] longitude = new float[1 << 20];
    private int size;

    /// Longitudes at which land begins and ends by turns, row after row from the south.
    ///
    /// @param first the index of each row's first change, and one past the last
    record Changes(int[] first, float[] longitude) {}

    static Changes of(List<Shape> shapes) {
        var rows = new LandRows();
        for (Shape shape : shapes) {
            shape.rings().forEach(rows::add);
        }
        return rows.sorted();
    }

    private void add(double[] ring) {
        int mark = size;
        for (int point = 2; point < ring.length; point += 2) {
            edge(ring[point - 2], ring[point - 1], ring[point], ring[point + 1]);
        }
        wrap(mark);
    }

    /// The edge's crossings with the middles of the rows, the upper end left out, so that a corner
    /// on a row counts once.
    private void edge(double x0, double y0, double x1, double y1) {
        double south = Math.min(y0, y1);
        double north = Math.max(y0, y1);
        int from = (int) Math.ceil((south + 90) * ROWS_PER_DEGREE - 0.5);
        for (int row = Math.max(0, from); row < ROWS; row++) {
            double latitude = (row + 0.5) / ROWS_PER_DEGREE - 90;
            if (latitude >= north) {
                return;
            }
            push(row, x0 + (x1 - x0) * (latitude - y0) / (y1 - y0));
        }
    }

    /// Brings a ring's spans back between -180 and 180: one that crosses the end of the row is cut
    /// there in two.
    private void wrap(int mark) {
        long[] order = new long[size - mark];
        for (int at = 0; at < order.length; at++) {
            order[at] = key(rowOf[mark + at], longitude[mark + at]);
        }
        Arrays.sort(order);
        size = mark;
        for (int at = 0; at + 1 < order.length; at += 2) {
            span((int) (order[at] >> 32), at(order[at]), at(order[at + 1]));
        }
    }

    private void span(int row, double west, double east) {
        double turn = 360 * Math.floor((west + 180) / 360);
        double from = west - turn;
        double to = east - turn;
        push(row, from);
        if (to > 180) {
            push(row, 180);
            push(row, -180);
            push(row, Math.min(180, to - 360));
        } else {
            push(row, to);
        }
    }

    private Changes sorted() {
        long[] order = new long[size];
        int[] first = new int[ROWS + 1];
        for (int at = 0; at < size; at++) {
            order[at] = key(rowOf[at], longitude[at]);
            first[rowOf[at] + 1]++;
        }
        Arrays.sort(order);
        for (int row = 0; row < ROWS; row++) {
            first[row + 1] += first[row];
        }
        float[] changes = new float[size];
        for (int at = 0; at < size; at++) {
            changes[at] = at(order[at]);
        }
        return new Changes(first, changes);
    }

    /// Sorts by row, then by longitude: a float's bits, with the order of negative ones turned.
    private static long key(int row, float value) {
        int bits = Float.floatToIntBits(value);
        int ordered = bits ^ ((bits >> 31) | Integer.MIN_VALUE);
        return ((long) row << 32) | (ordered & 0xffff_ffffL);
    }

    private static float at(long key) {
        int ordered = (int) key;
        int bits = ordered ^ ((~ordered >> 31) | Integer.MIN_VALUE);
        return Float.intBitsToFloat(bits);
    }

    private void push(int row, double value) {
        if (size == rowOf.length) {
            rowOf = Arrays.copyOf(rowOf, 2 * size);
            longitude = Arrays.copyOf(longitude, 2 * size);
        }
        rowOf[size] = row;
        longitude[size++] = (float) value;
    }
}
