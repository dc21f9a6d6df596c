package org.fairlead.nmea;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The receivers named in a stream, numbered in order of first appearance.
///
/// An open-addressed table over the bytes, so that a line from a known receiver allocates nothing.
/// A stream that names more than [#MOST] (only a hostile one does) has the rest unnamed.
final class Sources {

    static final int ABSENT = -1;
    static final int MOST = 16_384;

    private final int[] slots = new int[MOST * 2];
    private byte[][] names = new byte[16][];
    private int size;

    int indexOf(byte[] text, int from, int to) {
        if (from >= to) {
            return ABSENT;
        }
        var slot = hash(text, from, to) & (slots.length - 1);
        while (slots[slot] != 0) {
            var name = names[slots[slot] - 1];
            if (Arrays.equals(name, 0, name.length, text, from, to)) {
                return slots[slot] - 1;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return size == MOST ? ABSENT : add(slot, Arrays.copyOfRange(text, from, to));
    }

    String name(int index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no source " + index + " of " + size);
        }
        return new String(names[index], StandardCharsets.ISO_8859_1);
    }

    int size() {
        return size;
    }

    private int add(int slot, byte[] name) {
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
        }
        names[size++] = name;
        slots[slot] = size;
        return size - 1;
    }

    private static int hash(byte[] text, int from, int to) {
        var hash = 0x811c9dc5;
        for (var i = from; i < to; i++) {
            hash = (hash ^ text[i]) * 0x01000193;
        }
        return hash ^ hash >>> 15;
    }
}
