package org.fairlead.ais.encounter;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/// Two ships near each other at one time of the grid; the one with the lower MMSI first.
record Contact(Point a, Point b) {

    static Contact of(Point one, Point other) {
        return one.mmsi() < other.mmsi() ? new Contact(one, other) : new Contact(other, one);
    }

    long slot() {
        return a.slot();
    }

    double metres() {
        return a.metresTo(b);
    }

    /// MMSIs have thirty bits: two of them are one key.
    long pair() {
        return (long) a.mmsi() << 30 | b.mmsi();
    }

    byte[] note(boolean isThere) {
        var out = ByteBuffer.allocate(1 + size()).put((byte) (isThere ? 1 : 0));
        write(out);
        return PointBytes.written(out);
    }

    /// Room for it in [ByteBuffer]s.
    int size() {
        return PointBytes.size(a) + PointBytes.size(b);
    }

    void write(ByteBuffer out) {
        PointBytes.write(a, out);
        PointBytes.write(b, out);
    }

    static Contact read(PointBytes.Reader in) {
        return new Contact(in.next(), in.next());
    }

    record Note(boolean isThere, Contact contact) {}

    static Note ofNote(byte[] bytes) {
        try {
            var in = ByteBuffer.wrap(bytes);
            return new Note(in.get() != 0, read(new PointBytes.Reader(in)));
        } catch (BufferUnderflowException damaged) {
            throw new IllegalArgumentException("note of a contact is damaged", damaged);
        }
    }
}
