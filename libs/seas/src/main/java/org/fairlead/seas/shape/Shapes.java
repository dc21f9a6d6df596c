package org.fairlead.seas.shape;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Reads outlines written by `libs/seas/sources/convert.mjs`: differences of whole units as zigzag
/// varints, longitude first.
public final class Shapes {

    private static final String MAGIC = "fairlead-shapes-1";

    private final byte[] bytes;
    private int at;

    private Shapes(byte[] bytes) {
        this.bytes = bytes;
    }

    /// @param name the class path resource beside `owner`
    /// @throws IllegalStateException when it is not there or not of this format
    public static List<Shape> read(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            return new Shapes(Objects.requireNonNull(in, name).readAllBytes()).shapes();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private List<Shape> shapes() {
        if (!text().equals(MAGIC)) {
            throw new IllegalStateException("not a file of shapes");
        }
        double unit = 1.0 / varint();
        int count = varint();
        var shapes = new ArrayList<Shape>(count);
        for (int shape = 0; shape < count; shape++) {
            String label = text();
            int rings = varint();
            var list = new ArrayList<double[]>(rings);
            for (int ring = 0; ring < rings; ring++) {
                list.add(ring(unit));
            }
            shapes.add(new Shape(label, list));
        }
        return shapes;
    }

    private double[] ring(double unit) {
        double[] ring = new double[2 * varint()];
        long longitude = 0;
        long latitude = 0;
        for (int point = 0; point < ring.length; point += 2) {
            longitude += signed();
            latitude += signed();
            ring[point] = longitude * unit;
            ring[point + 1] = latitude * unit;
        }
        return ring;
    }

    private String text() {
        int length = varint();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    private int signed() {
        int value = varint();
        return (value >>> 1) ^ -(value & 1);
    }

    private int varint() {
        int value = 0;
        for (int shift = 0; shift < 32; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalStateException("a number longer than 32 bits at " + at);
    }
}
