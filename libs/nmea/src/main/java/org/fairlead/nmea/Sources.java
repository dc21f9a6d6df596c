package org.fairlead.nmea;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The receivers named in a stream, numbered in order of first appearance.
///
/// An open-addressed table over the bytes, so that a line from a known receiver allocates nothing.
/// A stream that names more than [#MOST] (only a hostile one does) has the rest unnamed.
final class Sources {

    static final int ABSENT = -1;
    static final int NO_NAME = -2;
    static final int MOST = 16_384;
    static final int QUICK_LENGTH = 15;
    private static final int QUICK_BITS = 8;

    private final int[] slots = new int[MOST * 2];

    /// Names seen lately, two for each hash.
    private final long[] quickFirst = new long[1 << QUICK_BITS];

    private final long[] quickSecond = new long[1 << QUICK_BITS];
    private final int[] quickIndex = new int[1 << QUICK_BITS];
    private byte[][] names = new byte[16][];
    private int size;

    /// The same as [#indexOf], for a name of at most fifteen bytes in a buffer that goes on for
    /// sixteen: two words and their length say which it is, so that a name seen before costs no
    /// look at its bytes.
    int quickIndexOf(byte[] text, int from, int to) {
        var length = to - from;
        var first = EightBytes.at(text, from);
        var second = 0L;
        if (length < 8) {
            first = EightBytes.lowest(first, length);
        } else {
            second = EightBytes.lowest(EightBytes.at(text, from + 8), length - 8);
        }
        return quickIndexOf(first, second | (long) length << 56, text, from, to);
    }

    /// The same, of a name that is at hand in two words, zeros after its end and the last byte its
    /// length; [#NO_NAME] where the text cannot be one, because the tag block or the line ends in
    /// it.
    int quickIndexOf(long first, long second, byte[] text, int from, int to) {
        var entry = quickEntry(first, second);
        if (quickFirst[entry] == first && quickSecond[entry] == second) {
            return quickIndex[entry];
        }
        return otherIndexOf(entry, first, second, text, from, to);
    }

    /// Each name has two entries, the second for the one displaced last.
    private int otherIndexOf(int entry, long first, long second, byte[] text, int from, int to) {
        var other = entry ^ 1;
        if (quickFirst[other] == first && quickSecond[other] == second) {
            return quickIndex[other];
        }
        for (var at = from; at < to; at++) {
            if (text[at] == '\\' || text[at] == '\n') {
                return NO_NAME;
            }
        }
        quickFirst[other] = quickFirst[entry];
        quickSecond[other] = quickSecond[entry];
        quickIndex[other] = quickIndex[entry];
        quickFirst[entry] = first;
        quickSecond[entry] = second;
        quickIndex[entry] = indexOf(text, from, to);
        return quickIndex[entry];
    }

    private static int quickEntry(long first, long second) {
        var mixed = (first ^ second * 0x9e37_79b9_7f4a_7c15L) * 0x9e37_79b9_7f4a_7c15L;
        return (int) (mixed >>> 64 - QUICK_BITS);
    }

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
