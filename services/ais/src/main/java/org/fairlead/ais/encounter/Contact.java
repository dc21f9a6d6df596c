package org.fairlead.ais.encounter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

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
        var bytes = new ByteArrayOutputStream(128);
        try (var out = new DataOutputStream(bytes)) {
            out.writeBoolean(isThere);
            write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    void write(DataOutputStream out) throws IOException {
        a.write(out);
        b.write(out);
    }

    static Contact read(DataInputStream in) throws IOException {
        return new Contact(Point.read(in), Point.read(in));
    }

    record Note(boolean isThere, Contact contact) {}

    static Note ofNote(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new Note(in.readBoolean(), read(in));
        } catch (IOException damaged) {
            throw new UncheckedIOException("note of a contact is damaged", damaged);
        }
    }
}
