package org.fairlead.screening.index;

import java.util.Arrays;

/// Names found, with the most that their similarity can be; the most promising first.
public final class Candidates {

    private long[] keys = new long[256];
    private int size;

    public void clear() {
        size = 0;
    }

    public void add(int name, float most) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
        }
        // Bits of a positive float are in its order: the complement puts the greatest first.
        keys[size++] = (long) ~Float.floatToIntBits(most) << 32 | name;
    }

    public void sort() {
        Arrays.sort(keys, 0, size);
    }

    public int size() {
        return size;
    }

    public int name(int at) {
        return (int) keys[at];
    }

    public float most(int at) {
        return Float.intBitsToFloat(~(int) (keys[at] >> 32));
    }
}
