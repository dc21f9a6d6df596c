package org.fairlead.ais.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads tiles back, written from the specification.
final class VectorTileReader {

    record Point(long id, int x, int y, Map<String, Object> properties) {}

    record Layer(String name, long version, long extent, List<Point> points) {}

    private VectorTileReader() {}

    static Layer read(byte[] bytes) {
        var tile = ByteBuffer.wrap(bytes);
        assertThat(varint(tile)).isEqualTo(3 << 3 | 2);
        var body = part(tile);
        assertThat(tile.hasRemaining()).isFalse();
        String name = "";
        long version = 0;
        long extent = 0;
        var keys = new ArrayList<String>();
        var values = new ArrayList<Object>();
        var features = new ArrayList<ByteBuffer>();
        while (body.hasRemaining()) {
            switch ((int) (varint(body) >>> 3)) {
                case 15 -> version = varint(body);
                case 1 -> name = text(body);
                case 2 -> features.add(part(body));
                case 3 -> keys.add(text(body));
                case 4 -> values.add(value(part(body)));
                case 5 -> extent = varint(body);
                default -> throw new AssertionError("unknown field");
            }
        }
        return new Layer(
                name,
                version,
                extent,
                features.stream().map(one -> point(one, keys, values)).toList());
    }

    private static Point point(ByteBuffer feature, List<String> keys, List<Object> values) {
        long id = 0;
        var properties = new LinkedHashMap<String, Object>();
        int x = 0;
        int y = 0;
        while (feature.hasRemaining()) {
            switch ((int) (varint(feature) >>> 3)) {
                case 1 -> id = varint(feature);
                case 2 -> {
                    var tags = part(feature);
                    while (tags.hasRemaining()) {
                        properties.put(
                                keys.get((int) varint(tags)), values.get((int) varint(tags)));
                    }
                }
                case 3 -> assertThat(varint(feature)).isEqualTo(1);
                case 4 -> {
                    var geometry = part(feature);
                    assertThat(varint(geometry)).isEqualTo(9);
                    x = unzigzag(varint(geometry));
                    y = unzigzag(varint(geometry));
                }
                default -> throw new AssertionError("unknown field");
            }
        }
        return new Point(id, x, y, properties);
    }

    private static Object value(ByteBuffer value) {
        return switch ((int) (varint(value) >>> 3)) {
            case 1 -> text(value);
            case 4 -> varint(value);
            case 7 -> varint(value) == 1;
            default -> throw new AssertionError("unknown value");
        };
    }

    private static int unzigzag(long raw) {
        return (int) ((raw >>> 1) ^ -(raw & 1));
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = in.get();
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }

    private static ByteBuffer part(ByteBuffer in) {
        int length = (int) varint(in);
        var part = in.slice(in.position(), length);
        in.position(in.position() + length);
        return part;
    }

    private static String text(ByteBuffer in) {
        return StandardCharsets.UTF_8.decode(part(in)).toString();
    }
}
