package org.fairlead.ais.tile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes one layer of points as a vector tile (Mapbox Vector Tile specification 2.1; protocol
/// buffers written by hand, since nothing else of them is needed).
///
/// ```
/// Tile      3: Layer
/// Layer    15: version (2)  1: name  2: Feature…  3: key…  4: Value…  5: extent
/// Feature   1: id  2: tags (key, value, …)  3: type (1 = point)  4: geometry
/// geometry  9 (MoveTo, one), zigzag x, zigzag y
/// Value     1: string  3: double  4: int64  7: bool
/// ```
final class VectorTile {

    static final int EXTENT = 4096;

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;
    private static final int MOVE_TO_ONE = 9;

    private final String layer;
    private final Bytes features = new Bytes();
    private final Map<String, Integer> keys = new LinkedHashMap<>();
    private final Map<Object, Integer> values = new LinkedHashMap<>();
    private int count;

    VectorTile(String layer) {
        this.layer = layer;
    }

    /// A point in tile units, with properties: text, whole numbers, numbers, true or false.
    void point(long id, int x, int y, Map<String, Object> properties) {
        var tags = new Bytes();
        properties.forEach((key, value) -> {
            tags.varint(keys.computeIfAbsent(key, any -> keys.size()));
            tags.varint(values.computeIfAbsent(value, any -> values.size()));
        });
        var geometry = new Bytes();
        geometry.varint(MOVE_TO_ONE);
        geometry.varint(zigzag(x));
        geometry.varint(zigzag(y));
        var feature = new Bytes();
        feature.key(1, VARINT);
        feature.varint(id);
        feature.bytes(2, tags);
        feature.key(3, VARINT);
        feature.varint(1);
        feature.bytes(4, geometry);
        features.bytes(2, feature);
        count++;
    }

    int count() {
        return count;
    }

    private static long zigzag(int value) {
        return ((long) value << 1) ^ (value >> 31) & 0xffffffffL;
    }

    /// The tile; without a point it is empty, as the specification wants.
    byte[] toByteArray() {
        var tile = new Bytes();
        if (count > 0) {
            var body = new Bytes();
            body.key(15, VARINT);
            body.varint(2);
            body.text(1, layer);
            body.append(features);
            keys.keySet().forEach(key -> body.text(3, key));
            values.keySet().forEach(value -> body.bytes(4, value(value)));
            body.key(5, VARINT);
            body.varint(EXTENT);
            tile.bytes(3, body);
        }
        return tile.out.toByteArray();
    }

    private static Bytes value(Object value) {
        var bytes = new Bytes();
        switch (value) {
            case String text -> bytes.text(1, text);
            case Double number -> {
                bytes.key(3, FIXED_64);
                long bits = Double.doubleToRawLongBits(number);
                for (int shift = 0; shift < 64; shift += 8) {
                    bytes.out.write((int) (bits >>> shift));
                }
            }
            case Boolean is -> {
                bytes.key(7, VARINT);
                bytes.varint(is ? 1 : 0);
            }
            case Number whole -> {
                bytes.key(4, VARINT);
                bytes.varint(whole.longValue());
            }
            default -> throw new IllegalArgumentException("no value of a tile: " + value);
        }
        return bytes;
    }

    private static final class Bytes {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        void key(int field, int type) {
            varint(field << 3 | type);
        }

        void varint(long value) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                out.write((int) (rest & 0x7F) | 0x80);
                rest >>>= 7;
            }
            out.write((int) rest);
        }

        void bytes(int field, Bytes inner) {
            key(field, BYTES);
            varint(inner.out.size());
            append(inner);
        }

        void text(int field, String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            key(field, BYTES);
            varint(utf8.length);
            out.writeBytes(utf8);
        }

        void append(Bytes inner) {
            out.writeBytes(inner.out.toByteArray());
        }
    }
}
