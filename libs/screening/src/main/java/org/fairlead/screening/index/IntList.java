package org.fairlead.screening.index;

import java.util.Arrays;

/// A growing array of numbers, one after another never the same.
final class IntList {

    private int[] values = new int[2];
    private int size;

    void add(int value) {
        if (size > 0 && values[size - 1] == value) {
            return;
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    int at(int index) {
        return values[index];
    }

    int size() {
        return size;
    }

    int copyTo(int[] target, int at) {
        System.arraycopy(values, 0, target, at, size);
        return at + size;
    }
}
