package org.fairlead.ais.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Read back by a reader of its own, written from the specification.
class VectorTileTest {

    private static final Instant NOON = Instant.parse("2024-01-02T12:00:00Z");

    record Point(long id, int x, int y, Map<String, Object> properties) {}

    record Layer(String name, long version, long extent, List<Point> points) {}

    private static LastPosition ship(int mmsi, double latitude, double longitude) {
        return new LastPosition(
                mmsi,
                "SHIP " + mmsi,
                NOON,
                (int) Math.round(latitude * 600_000),
                (int) Math.round(longitude * 600_000),
                123,
                456,
                mmsi % 2 == 0);
    }

    @Test
    void holdsEveryPointWithItsProperties() {
        var place = TilePlace.of(8, 130, 80).orElseThrow();
        double latitude = (place.northDegrees() + place.southDegrees()) / 2;
        double longitude = (place.westDegrees() + place.eastDegrees()) / 2;

        var layer =
                read(
                        TileResource.draw(
                                place,
                                List.of(
                                        ship(273000001, latitude, longitude),
                                        ship(273000002, latitude + 0.01, longitude))));

        assertThat(layer.name()).isEqualTo("positions");
        assertThat(layer.version()).isEqualTo(2);
        assertThat(layer.extent()).isEqualTo(4096);
        assertThat(layer.points()).hasSize(2);
        var first = layer.points().getFirst();
        assertThat(first.id()).isEqualTo(273000001);
        assertThat(first.x()).isBetween(2047, 2048);
        assertThat(first.y()).isBetween(2000, 2100);
        assertThat(first.properties())
                .containsEntry("mmsi", "273000001")
                .containsEntry("name", "SHIP 273000001")
                .containsEntry("course", 46L)
                .containsEntry("speed", 12L)
                .doesNotContainKey("synthetic");
        assertThat(layer.points().get(1).properties()).containsEntry("synthetic", true);
        assertThat(layer.points().get(1).y()).isLessThan(first.y());
    }

    @Test
    void drawsOneShipForEachPixelFarOut() {
        var world = TilePlace.of(0, 0, 0).orElseThrow();
        var ships = new ArrayList<LastPosition>();
        for (int i = 0; i < 1000; i++) {
            ships.add(ship(273000001 + i, 50 + i * 1e-5, 10));
        }

        assertThat(read(TileResource.draw(world, ships)).points()).hasSize(1);
    }

    @Test
    void staysSmallWithAHundredThousandShipsInIt() {
        var dice = new java.util.Random(7);
        var ships = new ArrayList<LastPosition>();
        for (int i = 0; i < 100_000; i++) {
            ships.add(ship(273000000 + i, dice.nextDouble(-60, 70), dice.nextDouble(-180, 180)));
        }

        byte[] tile = TileResource.draw(TilePlace.of(0, 0, 0).orElseThrow(), ships);

        assertThat(tile.length).isLessThan(1_000_000);
        assertThat(read(tile).points())
                .hasSizeBetween(25_000, 65_536)
                .allSatisfy(point ->
                        assertThat(point.properties()).doesNotContainKeys("mmsi", "name", "at"));
    }

    @Test
    void isEmptyWithoutShips() {
        assertThat(TileResource.draw(TilePlace.of(0, 0, 0).orElseThrow(), List.of())).isEmpty();
    }

    @Test
    void liesWhereTheWebMapHasIt() {
        var tile = TilePlace.of(1, 1, 0).orElseThrow();

        assertThat(tile.westDegrees()).isZero();
        assertThat(tile.eastDegrees()).isEqualTo(180);
        assertThat(tile.southDegrees()).isEqualTo(0, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(tile.northDegrees())
                .isEqualTo(85.0511, org.assertj.core.api.Assertions.within(1e-4));
        assertThat(TilePlace.of(1, 2, 0)).isEmpty();
        assertThat(TilePlace.of(31, 0, 0)).isEmpty();
    }

    private static Layer read(byte[] bytes) {
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
