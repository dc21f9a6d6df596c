package org.fairlead.tracks;

import java.util.Arrays;

/// Bytes being written.
final class Output {

    private byte[] bytes = new byte[512];
    private int size;

    int size() {
        return size;
    }

    /// Begins anew.
    void clear() {
        size = 0;
    }

    void int8(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = (byte) value;
    }

    void int32(int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            int8(value >>> shift);
        }
    }

    void int16At(int at, int value) {
        bytes[at] = (byte) (value >>> 8);
        bytes[at + 1] = (byte) value;
    }

    void int32At(int at, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >>> (24 - 8 * i));
        }
    }

    void signed(long value) {
        unsigned(zigzag(value));
    }

    static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    void unsigned(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            int8((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        int8((int) rest);
    }

    void write(Output other) {
        while (bytes.length - size < other.size) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        System.arraycopy(other.bytes, 0, bytes, size, other.size);
        size += other.size;
    }

    byte[] bytes() {
        return bytes;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }
}
