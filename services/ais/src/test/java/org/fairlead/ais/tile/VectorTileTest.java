package org.fairlead.ais.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VectorTileTest {

    private static final Instant NOON = Instant.parse("2024-01-02T12:00:00Z");

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
                VectorTileReader.read(
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

        assertThat(VectorTileReader.read(TileResource.draw(world, ships)).points()).hasSize(1);
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
        assertThat(VectorTileReader.read(tile).points())
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
}
