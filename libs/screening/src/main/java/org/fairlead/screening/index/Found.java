package org.fairlead.screening.index;

import java.util.Arrays;

/// Words found by a scan, with their similarity to the query's.
final class Found {

    private int[] ids = new int[64];
    private float[] similarities = new float[64];
    private int size;

    void clear() {
        size = 0;
    }

    void add(int id, float similarity) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
            similarities = Arrays.copyOf(similarities, 2 * size);
        }
        ids[size] = id;
        similarities[size++] = similarity;
    }

    int size() {
        return size;
    }

    int id(int at) {
        return ids[at];
    }

    float similarity(int at) {
        return similarities[at];
    }
}
