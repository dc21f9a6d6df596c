package org.fairlead.ais.tile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.fairlead.ais.track.UnmergedFrames;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "ais"))
class TileStoreTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant NOON = Instant.parse("2022-06-10T12:00:00Z");
    private static final int DEGREE = 600_000;

    @Inject UnmergedFrames frames;
    @Inject TileStore tiles;
    @Inject Pool pool;

    /// Each test has a strip of the South Pacific, a degree high, to itself.
    private static Box strip(int degree) {
        return new Box(
                degree * DEGREE, (degree + 1) * DEGREE - 1, -130 * DEGREE, -120 * DEGREE - 1);
    }

    private static Fix fix(int mmsi, Instant at, Box box, int flags) {
        return new Fix(
                mmsi,
                at.toEpochMilli(),
                (box.south() + box.north()) / 2,
                (box.west() + box.east()) / 2,
                87,
                900,
                90,
                0,
                0,
                1,
                flags);
    }

    private List<LastPosition> last(Box box, Instant since, int most) {
        return tiles.last(box, since, most, true).await().indefinitely();
    }

    private List<Integer> ships(Box box) {
        return last(box, Instant.EPOCH, 100).stream().map(LastPosition::mmsi).toList();
    }

    private void awaitShips(Box box, Integer... mmsis) {
        await().atMost(SOON).untilAsserted(() -> assertThat(ships(box)).containsExactly(mmsis));
    }

    @BeforeEach
    void mergeNothing() {
        frames.hold();
    }

    @AfterEach
    void mergeAgain() {
        frames.release();
    }

    private void merged(Fix... fixes) {
        frames.release();
        frames.merge("merged", fixes);
        frames.hold();
    }

    @Test
    void aShipIsWhereWhatWaitsSaysAndNowhereElse() {
        int mmsi = 273340001;
        merged(fix(mmsi, NOON, strip(-50), 0));
        pool.preparedQuery(
                        "insert into vessel (mmsi, version, name, first_seen_at, last_seen_at, synthetic)"
                                + " values ($1, 0, 'STRIP DAWN', $2, $2, false)")
                .execute(Tuple.of(mmsi, NOON.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid()
                .await()
                .indefinitely();
        awaitShips(strip(-50), mmsi);

        frames.append("waits", fix(mmsi, NOON.plusSeconds(60), strip(-49), 0));

        awaitShips(strip(-49), mmsi);
        assertThat(ships(strip(-50))).isEmpty();
        var here = fix(mmsi, NOON.plusSeconds(60), strip(-49), 0);
        assertThat(last(strip(-49), Instant.EPOCH, 100))
                .containsExactly(LastPosition.of("STRIP DAWN", here));
        // And the same once it is merged.
        frames.release();
        await().atMost(SOON).until(() -> frames.waiting() == 0);
        assertThat(last(strip(-49), Instant.EPOCH, 100))
                .containsExactly(LastPosition.of("STRIP DAWN", here));
        assertThat(ships(strip(-50))).isEmpty();
    }

    @Test
    void whatCameLateDoesNotMoveHer() {
        int mmsi = 273340002;
        int other = 273340003;
        merged(fix(mmsi, NOON, strip(-48), 0));

        frames.append(
                "waits",
                fix(mmsi, NOON.minusSeconds(1), strip(-47), 0),
                fix(other, NOON.minusSeconds(1), strip(-47), 0));

        awaitShips(strip(-47), other);
        assertThat(ships(strip(-48))).containsExactly(mmsi);
    }

    @Test
    void aShipOfWhichNothingIsMergedIsThereAndSyntheticIfHerPositionIs() {
        int mmsi = 273340004;
        int synthetic = 273340005;
        frames.append(
                "waits",
                fix(mmsi, NOON, strip(-46), 0),
                fix(synthetic, NOON.plusSeconds(1), strip(-46), Fix.SYNTHETIC));

        awaitShips(strip(-46), synthetic, mmsi);

        assertThat(last(strip(-46), Instant.EPOCH, 100))
                .containsExactly(
                        LastPosition.of(
                                null,
                                fix(synthetic, NOON.plusSeconds(1), strip(-46), Fix.SYNTHETIC)),
                        LastPosition.of(null, fix(mmsi, NOON, strip(-46), 0)));
    }

    @Test
    void onlyPositionsSinceATimeAreThere() {
        int mmsi = 273340006;
        frames.append("waits", fix(mmsi, NOON, strip(-45), 0));
        awaitShips(strip(-45), mmsi);

        assertThat(last(strip(-45), NOON, 100)).hasSize(1);
        assertThat(last(strip(-45), NOON.plusMillis(1), 100)).isEmpty();
    }

    @Test
    void areTheNewestOfAllWhenThereAreTooMany() {
        int left = 273340010;
        int second = 273340011;
        int third = 273340012;
        int came = 273340013;
        merged(
                fix(left, NOON.plusSeconds(3), strip(-44), 0),
                fix(second, NOON.plusSeconds(2), strip(-44), 0),
                fix(third, NOON.plusSeconds(1), strip(-44), 0));
        frames.append(
                "waits",
                fix(left, NOON.plusSeconds(9), strip(-43), 0),
                fix(came, NOON.plusSeconds(2).plusMillis(1), strip(-44), 0));
        awaitShips(strip(-43), left);

        assertThat(last(strip(-44), Instant.EPOCH, 2))
                .extracting(LastPosition::mmsi)
                .containsExactly(came, second);
        assertThat(last(strip(-44), Instant.EPOCH, 3))
                .extracting(LastPosition::mmsi)
                .containsExactly(came, second, third);
    }

    @Test
    void theMapHasThemAsPoints() {
        int mmsi = 273340020;
        var place = TilePlace.of(7, 19, 86).orElseThrow();
        var box =
                new Box(
                        (int) (place.southDegrees() * DEGREE),
                        (int) (place.northDegrees() * DEGREE),
                        (int) (place.westDegrees() * DEGREE),
                        (int) (place.eastDegrees() * DEGREE));
        frames.append("waits", fix(mmsi, NOON, box, Fix.SYNTHETIC));
        awaitShips(box, mmsi);

        byte[] tile =
                given().auth()
                        .oauth2(Tokens.carl())
                        .get("/api/ais/v1/tiles/7/19/86.mvt")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray();

        assertThat(VectorTileReader.read(tile).points())
                .singleElement()
                .satisfies(point ->
                        assertThat(point.properties())
                                .containsEntry("mmsi", "" + mmsi)
                                .containsEntry("at", "2022-06-10T12:00:00Z")
                                .containsEntry("synthetic", true));
    }
}
