package org.fairlead.ais.track;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.contracts.frame.FrameCodec;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "ais"))
class TrackStoreTest {

    private static final Instant NOON = Instant.parse("2022-05-06T12:00:00Z");

    @Inject StoredTracks stored;
    @Inject TrackStore tracks;
    @Inject NearStore near;
    @Inject Pool pool;

    private static RequestSpecification carl() {
        return given().auth().oauth2(Tokens.carl());
    }

    private static List<Fix> voyage(int mmsi, int from, int to) {
        var fixes = new ArrayList<Fix>();
        for (int i = from; i < to; i++) {
            fixes.add(
                    new Fix(
                            mmsi,
                            NOON.toEpochMilli() + i * 10_000L,
                            30_000_000 + i * 30,
                            6_000_000 + mmsi % 1000 * 200_000,
                            100,
                            0,
                            0,
                            0,
                            0,
                            1,
                            0));
        }
        return fixes;
    }

    @Test
    void lateFixesLieBesideUntilTheyAreMerged() {
        int mmsi = 273300001;
        stored.take(voyage(mmsi, 0, 300));
        stored.take(voyage(mmsi, 400, 700));
        stored.take(voyage(mmsi, 290, 410));
        stored.take(voyage(mmsi, 0, 700));
        assertThat(stored.parts(mmsi)).hasSizeGreaterThan(1).doesNotContain(-1);
        assertThat(stored.all(mmsi)).isEqualTo(voyage(mmsi, 0, 700));
        carl().get("/api/ais/v1/vessels/" + mmsi).then().body("fixes", equalTo(700));

        int merged = stored.settle(voyage(mmsi, 0, 1).getFirst());

        assertThat(merged).isEqualTo(1);
        assertThat(stored.parts(mmsi)).containsExactly(part(0), part(384));
        assertThat(stored.all(mmsi)).isEqualTo(voyage(mmsi, 0, 700));
        // What comes then lies beside, numbered from 0 again.
        stored.take(voyage(mmsi, 690, 720));
        stored.take(voyage(mmsi, 720, 730));
        assertThat(stored.parts(mmsi)).containsExactly(part(0), part(384), 0);
        assertThat(stored.all(mmsi)).isEqualTo(voyage(mmsi, 0, 730));
    }

    /// Of a settled piece that begins with the report of that number.
    private static int part(int report) {
        return 12 * 3_600 + report * 10 - 86_400;
    }

    @Test
    void aDamagedPieceIsSaidAndNotPassedOver() {
        int mmsi = 273300002;
        stored.take(voyage(mmsi, 0, 200));
        stored.take(voyage(mmsi, 200, 400));
        var _ =
                pool.preparedQuery(
                                "update track_segment set bytes = set_byte(bytes, 50,"
                                        + " (get_byte(bytes, 50) + 1) % 256) where mmsi = $1 and part = 0")
                        .execute(Tuple.of(mmsi))
                        .await()
                        .indefinitely();

        carl().get("/api/ais/v1/vessels/" + mmsi + "/track")
                .then()
                .statusCode(500)
                .body("code", equalTo("track-damaged"))
                .body("detail", containsString("200 fixes from 2022-05-06T12:00:00Z"));
        carl().get("/api/ais/v1/vessels/" + mmsi + "/track?skipDamaged=true")
                .then()
                .statusCode(200)
                .header("Fairlead-Damaged-Segments", "1")
                .body("features[0].properties.fixes", equalTo(200));
        // It is left as it is, and what comes is kept beside it.
        stored.take(voyage(mmsi, 100, 110));
        assertThat(stored.settle(voyage(mmsi, 0, 1).getFirst())).isZero();
        assertThat(stored.all(mmsi)).hasSize(210);
    }

    @Test
    void whatEarlierVersionsWroteIsFoundAndRewritten() {
        int mmsi = 273300003;
        byte[] frame = FrameCodec.encode(new Frame("", "", 0, voyage(mmsi, 0, 50)));
        var old = ByteBuffer.allocate(4 + frame.length).putInt(frame.length).put(frame);
        var _ =
                pool.preparedQuery(
                                "insert into track_segment (mmsi, day, part, format, from_at, to_at,"
                                        + " min_latitude, max_latitude, min_longitude, max_longitude, fixes,"
                                        + " synthetic, bytes) values ($1, '2022-05-06', 0, 1, $2, $3, 0, 0,"
                                        + " 0, 0, 50, false, $4)")
                        .execute(
                                Tuple.of(
                                        mmsi,
                                        NOON.atOffset(ZoneOffset.UTC),
                                        NOON.plusSeconds(490).atOffset(ZoneOffset.UTC),
                                        io.vertx.core.buffer.Buffer.buffer(old.array())))
                        .await()
                        .indefinitely();
        var there = new TrackStore.Bounds(29_000_000, 31_000_000, 6_000_000, 7_000_000, false);
        assertThat(
                        requireNonNull(
                                        near.around(
                                                        there,
                                                        NOON.plusSeconds(100),
                                                        Duration.ofMinutes(30),
                                                        RecentFixes.NONE)
                                                .await()
                                                .indefinitely()
                                                .get(mmsi))
                                .fixes())
                .hasSize(50);

        var unused = stored.settle(voyage(mmsi, 0, 1).getFirst());

        assertThat(tracks.old(10).await().indefinitely())
                .doesNotContain(Segment.Key.of(voyage(mmsi, 0, 1).getFirst()));
        assertThat(stored.all(mmsi)).isEqualTo(voyage(mmsi, 0, 50));
    }

    @Test
    void aTrackComesAsGpxAndSimplified() {
        int mmsi = 273300004;
        stored.take(voyage(mmsi, 0, 100));

        carl().get("/api/ais/v1/vessels/" + mmsi + "/track?format=gpx")
                .then()
                .statusCode(200)
                .contentType("application/gpx+xml")
                .body("gpx.trk.trkseg.trkpt.size()", equalTo(100));
        carl().get("/api/ais/v1/vessels/" + mmsi + "/track?simplify=100")
                .then()
                .body("features[0].geometry.coordinates", hasSize(2));
        carl().get("/api/ais/v1/vessels/" + mmsi + "/track?simplify=lots").then().statusCode(422);
    }

    @Test
    void tilesAndCoverageShowWhereShipsWereHeard() {
        stored.take(voyage(273300005, 0, 10));

        carl().get("/api/ais/v1/tiles/0/0/0.mvt")
                .then()
                .statusCode(200)
                .contentType("application/vnd.mapbox-vector-tile")
                .header("Content-Length", Integer::parseInt, greaterThan(20));
        carl().get("/api/ais/v1/tiles/3/9/0.mvt").then().statusCode(404);
        carl().get("/api/ais/v1/coverage?from=2022-05-06T00:00:00Z&to=2022-05-06T23:00:00Z")
                .then()
                .statusCode(200)
                .body("features.properties.vessels.max()", greaterThan(0));
        carl().get("/api/ais/v1/coverage?from=2012-05-06T00:00:00Z").then().statusCode(422);
    }

    @Test
    void aPositionBetweenReportsHasItsUncertainty() {
        int mmsi = 273300006;
        stored.take(List.of(voyage(mmsi, 0, 1).getFirst(), voyage(mmsi, 100, 101).getFirst()));

        carl().get(
                        "/api/ais/v1/vessels/near?latitudeDegrees=50&longitudeDegrees="
                                + (6_000_000 + mmsi % 1000 * 200_000) / 600_000.0
                                + "&at="
                                + NOON.plusSeconds(500)
                                + "&radiusNauticalMiles=5")
                .then()
                .statusCode(200)
                .body(
                        "items.find { it.vessel.mmsi == '" + mmsi + "' }.uncertaintyNauticalMiles",
                        greaterThan(1.0f));
    }

    @Test
    void thoseNearComePageByPageNearestFirst() {
        for (int ship = 1; ship <= 5; ship++) {
            stored.take(
                    List.of(
                            new Fix(
                                    273301000 + ship,
                                    NOON.toEpochMilli(),
                                    -24_000_000 + Math.abs(ship - 3) * 600,
                                    -6_000_000,
                                    0,
                                    0,
                                    0,
                                    0,
                                    0,
                                    1,
                                    0)));
        }
        String question =
                "/api/ais/v1/vessels/near?latitudeDegrees=-40&longitudeDegrees=-10&at="
                        + NOON
                        + "&radiusNauticalMiles=5&limit=2&cursor=";

        var ships = new ArrayList<String>();
        String next = "";
        while (next != null) {
            var page = carl().get(question + next).then().statusCode(200).extract().jsonPath();
            ships.addAll(page.getList("items.vessel.mmsi", String.class));
            next = page.getString("nextCursor");
        }

        assertThat(ships)
                .containsExactly("273301003", "273301002", "273301004", "273301001", "273301005");
        carl().get(question + "bm90IG9uZQ").then().statusCode(422);
        carl().get(question.replace("limit=2", "limit=201")).then().statusCode(422);
    }
}
