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
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
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

    @Inject TrackStore tracks;
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

    private void take(List<Fix> fixes) {
        tracks.take(List.of(new Frame("t.1/1", "pier", NOON.toEpochMilli(), fixes)), List.of())
                .await()
                .indefinitely();
    }

    private List<Fix> read(int mmsi) {
        return tracks.fixes(mmsi, Instant.EPOCH, NOON.plusSeconds(1_000_000), List.of())
                .await()
                .indefinitely()
                .fixes();
    }

    private int pieces(int mmsi) {
        return pool.preparedQuery("select count(*)::int as n from track_segment where mmsi = $1")
                .execute(Tuple.of(mmsi))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getInteger("n");
    }

    @Test
    void lateFixesLieBesideUntilTheyAreMerged() {
        int mmsi = 273300001;
        take(voyage(mmsi, 0, 300));
        take(voyage(mmsi, 400, 700));
        take(voyage(mmsi, 290, 410));
        take(voyage(mmsi, 0, 700));
        assertThat(pieces(mmsi)).isGreaterThan(1);
        assertThat(read(mmsi)).isEqualTo(voyage(mmsi, 0, 700));
        carl().get("/api/ais/v1/vessels/" + mmsi).then().body("fixes", equalTo(700));

        int merged =
                tracks.compact(List.of(Segment.Key.of(voyage(mmsi, 0, 1).getFirst())))
                        .await()
                        .indefinitely();

        assertThat(merged).isEqualTo(1);
        assertThat(pieces(mmsi)).isEqualTo(1);
        assertThat(read(mmsi)).isEqualTo(voyage(mmsi, 0, 700));
    }

    @Test
    void aDamagedPieceIsSaidAndNotPassedOver() {
        int mmsi = 273300002;
        take(voyage(mmsi, 0, 200));
        take(voyage(mmsi, 200, 400));
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
        take(voyage(mmsi, 100, 110));
        assertThat(
                        tracks.compact(List.of(Segment.Key.of(voyage(mmsi, 0, 1).getFirst())))
                                .await()
                                .indefinitely())
                .isZero();
        assertThat(read(mmsi)).hasSize(210);
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
                                        tracks.around(there, NOON, NOON.plusSeconds(600), List.of())
                                                .await()
                                                .indefinitely()
                                                .get(mmsi))
                                .fixes())
                .hasSize(50);

        var unused =
                tracks.compact(List.of(Segment.Key.of(voyage(mmsi, 0, 1).getFirst())))
                        .await()
                        .indefinitely();

        assertThat(tracks.old(10).await().indefinitely())
                .doesNotContain(Segment.Key.of(voyage(mmsi, 0, 1).getFirst()));
        assertThat(read(mmsi)).isEqualTo(voyage(mmsi, 0, 50));
    }

    /// Many ships on many days: the plan must find the few by index, and read no table whole.
    @Test
    void whoPassedHereThenIsAnIndexScan() {
        var _ =
                pool.query(
                                """
                                insert into track_cell (day, cell, mmsi)
                                select date '2021-01-01' + d, c * 37, 200000000 + d * 1000 + c
                                  from generate_series(0, 99) d, generate_series(0, 999) c
                                    on conflict do nothing;
                                insert into track_segment (mmsi, day, part, format, from_at, to_at,
                                    min_latitude, max_latitude, min_longitude, max_longitude, fixes,
                                    synthetic, bytes)
                                select 200000000 + d * 1000 + c, date '2021-01-01' + d, 0, 2,
                                       timestamptz '2021-01-01Z' + d * interval '1 day',
                                       timestamptz '2021-01-02Z' + d * interval '1 day',
                                       0, 0, 0, 0, 1, false, ''
                                  from generate_series(0, 99) d, generate_series(0, 999) c
                                    on conflict do nothing;
                                analyze track_cell; analyze track_segment;
                                """)
                        .execute()
                        .await()
                        .indefinitely();
        var box = new TrackStore.Bounds(6_000_000, 6_600_000, 6_000_000, 6_600_000, false);
        var at = Instant.parse("2021-02-03T04:00:00Z").atOffset(ZoneOffset.UTC);

        var plan = new StringBuilder();
        for (Row row :
                pool.preparedQuery("explain " + TrackStore.AROUND)
                        .execute(
                                TrackStore.around(
                                        box,
                                        new LocalDate[] {LocalDate.of(2021, 2, 3)},
                                        at,
                                        at.plusHours(1)))
                        .await()
                        .indefinitely()) {
            plan.append(row.getString(0)).append('\n');
        }
        var _ =
                pool.query(
                                "delete from track_cell where day < '2022-01-01';"
                                        + " delete from track_segment where day < '2022-01-01'")
                        .execute()
                        .await()
                        .indefinitely();

        assertThat(plan.toString())
                .contains("track_cell_pkey", "track_segment_pkey", "track_segment_old")
                .doesNotContain("Seq Scan");
    }

    @Test
    void aTrackComesAsGpxAndSimplified() {
        int mmsi = 273300004;
        take(voyage(mmsi, 0, 100));

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
        take(voyage(273300005, 0, 10));

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
        take(List.of(voyage(mmsi, 0, 1).getFirst(), voyage(mmsi, 100, 101).getFirst()));

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
}
