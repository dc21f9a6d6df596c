package org.fairlead.bench.world;

import java.util.Arrays;

/// A binary heap of primitive keys, least first.
final class LongHeap {

    private long[] keys;
    private int size;

    LongHeap(int capacity) {
        keys = new long[Math.max(16, capacity)];
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    long least() {
        return keys[0];
    }

    void add(long key) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size + (size >> 1));
        }
        int at = size++;
        while (at > 0 && keys[(at - 1) >> 1] > key) {
            keys[at] = keys[(at - 1) >> 1];
            at = (at - 1) >> 1;
        }
        keys[at] = key;
    }

    long removeLeast() {
        long least = keys[0];
        long last = keys[--size];
        if (size > 0) {
            sink(last);
        }
        return least;
    }

    /// As [#removeLeast] and [#add] in one.
    void replaceLeast(long key) {
        sink(key);
    }

    private void sink(long key) {
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && keys[child + 1] < keys[child]) {
                child++;
            }
            if (keys[child] >= key) {
                break;
            }
            keys[at] = keys[child];
            at = child;
        }
        keys[at] = key;
    }
}
