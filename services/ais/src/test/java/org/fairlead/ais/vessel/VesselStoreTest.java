package org.fairlead.ais.vessel;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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
class VesselStoreTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant NOON = Instant.parse("2022-06-09T12:00:00Z");

    @Inject UnmergedFrames frames;
    @Inject Pool pool;

    private static Fix fix(int mmsi, Instant at, int degreesNorth, int flags) {
        return new Fix(
                mmsi, at.toEpochMilli(), degreesNorth * 600_000, 0, 87, 900, 90, 0, 0, 1, flags);
    }

    private static ValidatableResponse get(String address) {
        return given().auth().oauth2(Tokens.carl()).get("/api/ais/v1/" + address).then();
    }

    private static void awaitLatitude(int mmsi, int degrees) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        get("vessels/" + mmsi)
                                .body("lastPosition.latitudeDegrees", equalTo((float) degrees)));
    }

    @BeforeEach
    void mergeNothing() {
        frames.hold();
    }

    @AfterEach
    void mergeAgain() {
        frames.release();
    }

    private void merged(String source, Fix... fixes) {
        frames.release();
        frames.merge(source, fixes);
        frames.hold();
    }

    @Test
    void aShipIsWhereSheSaidLastWhetherMergedOrNot() {
        int mmsi = 273330001;
        merged("merged", fix(mmsi, NOON, 10, 0));
        frames.append("waits", fix(mmsi, NOON.plusSeconds(60), 11, 0));

        awaitLatitude(mmsi, 11);

        get("vessels/" + mmsi)
                .body("lastPosition.at", equalTo("2022-06-09T12:01:00Z"))
                .body("lastPosition.speedKnots", equalTo(8.7f))
                .body("lastPosition.courseDegrees", equalTo(90f))
                .body("firstSeenAt", equalTo("2022-06-09T12:00:00Z"))
                .body("lastSeenAt", equalTo("2022-06-09T12:01:00Z"))
                .body("fixes", equalTo(1))
                .body("synthetic", equalTo(false))
                .body("sources", contains("merged", "waits"));
        get("vessels?q=" + mmsi)
                .body("items.mmsi", contains("" + mmsi))
                .body("items[0].lastPosition.at", equalTo("2022-06-09T12:01:00Z"))
                .body("items[0].lastSeenAt", equalTo("2022-06-09T12:01:00Z"));

        frames.release();

        await().atMost(SOON).untilAsserted(() -> get("vessels/" + mmsi).body("fixes", equalTo(2)));
        get("vessels/" + mmsi)
                .body("lastPosition.at", equalTo("2022-06-09T12:01:00Z"))
                .body("lastPosition.latitudeDegrees", equalTo(11f));
    }

    @Test
    void whatCameLateDoesNotMoveHer() {
        int mmsi = 273330002;
        int other = 273330003;
        merged("merged", fix(mmsi, NOON, 10, 0));
        frames.append(
                "waits",
                fix(mmsi, NOON.minusSeconds(60), 11, 0),
                fix(other, NOON.minusSeconds(60), 12, 0));

        awaitLatitude(other, 12);

        get("vessels/" + mmsi)
                .body("lastPosition.at", equalTo("2022-06-09T12:00:00Z"))
                .body("lastPosition.latitudeDegrees", equalTo(10f))
                .body("lastSeenAt", equalTo("2022-06-09T12:00:00Z"))
                .body("firstSeenAt", equalTo("2022-06-09T11:59:00Z"));
    }

    @Test
    void aShipOfWhichNothingIsMergedHasAPageAndIsListedLater() {
        int mmsi = 273330004;
        frames.append("waits", fix(mmsi, NOON, 13, Fix.SYNTHETIC));

        awaitLatitude(mmsi, 13);

        get("vessels/" + mmsi)
                .statusCode(200)
                .body("fixes", equalTo(1))
                .body("synthetic", equalTo(true))
                .body("firstSeenAt", equalTo("2022-06-09T12:00:00Z"))
                .body("lastSeenAt", equalTo("2022-06-09T12:00:00Z"))
                .body("sources", contains("waits"))
                .body("identities", empty());
        get("vessels?q=" + mmsi).body("items", empty());

        frames.release();

        await().atMost(SOON)
                .untilAsserted(
                        () -> get("vessels?q=" + mmsi).body("items.mmsi", contains("" + mmsi)));
    }

    @Test
    void aShipThatOnlySaidHerNameIsWhereWhatWaitsSays() {
        int mmsi = 273330005;
        pool.preparedQuery(
                        "insert into vessel (mmsi, version, name, first_seen_at, last_seen_at, synthetic)"
                                + " values ($1, 0, 'UNMERGED DAWN', $2, $2, false)")
                .execute(Tuple.of(mmsi, NOON.plusSeconds(5).atOffset(ZoneOffset.UTC)))
                .replaceWithVoid()
                .await()
                .indefinitely();
        frames.append("waits", fix(mmsi, NOON, 14, 0));

        awaitLatitude(mmsi, 14);

        get("vessels?q=unmerged")
                .body("items[0].mmsi", equalTo("" + mmsi))
                .body("items[0].lastPosition.latitudeDegrees", equalTo(14f))
                .body("items[0].firstSeenAt", equalTo("2022-06-09T12:00:00Z"))
                .body("items[0].lastSeenAt", equalTo("2022-06-09T12:00:05Z"));
    }

    @Test
    void aShipThatNobodyHeardIsNotFound() {
        get("vessels/273330009").statusCode(404);
    }
}
