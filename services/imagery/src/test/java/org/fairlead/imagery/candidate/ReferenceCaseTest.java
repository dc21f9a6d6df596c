package org.fairlead.imagery.candidate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.imagery.Events;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The reference case, moved to a year in which no other test has a ship: she, two that were silent
/// as well, and one that transmitted.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "imagery"))
@QuarkusTestResource(FakeAis.class)
class ReferenceCaseTest {

    private static final Duration SOON = Duration.ofMinutes(4);
    private static final String HER = "273990179";
    private static final String NEIGHBOUR = "273990903";
    private static final String STRANGER = "273990904";

    private static final Silence HERS =
            silence(
                    HER,
                    Events.report("1994-01-03T06:00:00Z", 42.590, 132.380),
                    Events.report("1994-02-05T19:20:00Z", 35.020, 129.640));

    private static Silence silence(
            String mmsi,
            org.fairlead.contracts.ais.ReportedPosition from,
            org.fairlead.contracts.ais.ReportedPosition to) {
        return Events.silence(UUID.nameUUIDFromBytes(mmsi.getBytes()), 1, mmsi, from, to);
    }

    @BeforeEach
    void theShipsOfTheCase() {
        FakeAis.answers("{\"items\": []}", 0);
        Events.send(Events.identity(HER, 1, "9179842", 70, 122));
        Events.send(Events.identity(NEIGHBOUR, 1, null, 70, 118));
        Events.send(Events.identity(STRANGER, 1, null, 70, 124));
        Events.send(HERS);
        Events.send(
                silence(
                        NEIGHBOUR,
                        Events.report("1994-01-12T15:00:00Z", 42.450, 132.700),
                        Events.report("1994-01-18T09:00:00Z", 42.430, 132.650)));
        Events.send(
                silence(
                        STRANGER,
                        Events.report("1994-01-13T20:00:00Z", 32.900, 127.200),
                        Events.report("1994-01-14T20:00:00Z", 31.900, 125.100)));
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() ->
                        assertThat(
                                        asked("1994-01-14T02:10:00Z", 42.233, 130.3)
                                                .getList("silent.vessel.mmsi", String.class))
                                .contains(HER, NEIGHBOUR, STRANGER));
    }

    @AfterEach
    void goAway() {
        FakeAis.isAway();
    }

    private static RequestSpecification carl() {
        return given().auth().oauth2(Tokens.carl()).contentType("application/json");
    }

    private static JsonPath asked(String at, double latitude, double longitude) {
        return carl().body(
                        Map.of(
                                "at",
                                at,
                                "latitudeDegrees",
                                latitude,
                                "longitudeDegrees",
                                longitude,
                                "positionErrorMetres",
                                300))
                .post("/api/imagery/v1/what-if")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath seen(String at, double latitude, double longitude) {
        String id =
                carl().body(
                                Map.of(
                                        "at",
                                        at,
                                        "latitudeDegrees",
                                        latitude,
                                        "longitudeDegrees",
                                        longitude,
                                        "positionErrorMetres",
                                        300,
                                        "lengthMetres",
                                        123,
                                        "lengthErrorMetres",
                                        8,
                                        "sensor",
                                        "optical",
                                        "source",
                                        "a test"))
                        .post("/api/imagery/v1/sightings")
                        .path("id");
        return carl().get("/api/imagery/v1/sightings/" + id + "/candidates")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String of(String mmsi, String field) {
        return "silent.find { it.vessel.mmsi == '" + mmsi + "' }." + field;
    }

    @Test
    void atRajinSheIsAmongFewCandidatesWithMarginsAndPosteriorsThatSumToOne() {
        var found = seen("1994-01-14T02:10:00Z", 42.233, 130.3);

        assertThat(found.getString(of(HER, "outcome"))).isEqualTo("consistent");
        assertThat(found.getDouble(of(HER, "margins.arrivalHours"))).isGreaterThan(200);
        assertThat(found.getDouble(of(HER, "margins.departureHours"))).isGreaterThan(200);
        assertThat(found.getInt(of(HER, "otherCandidates"))).isEqualTo(1);
        assertThat(found.getString(of(NEIGHBOUR, "outcome"))).isEqualTo("consistent");
        assertThat(found.getString(of(STRANGER, "outcome"))).isEqualTo("excluded");
        assertThat(found.getInt("counts.consistent")).isEqualTo(2);
        assertThat(found.getInt("counts.excluded")).isEqualTo(1);
        // A week's silence narrows more than a month's.
        assertThat(found.getDouble(of(NEIGHBOUR, "likelihood.posterior")))
                .isGreaterThan(found.getDouble(of(HER, "likelihood.posterior")));
        assertThat(found.getDouble(of(HER, "likelihood.hull.length"))).isGreaterThan(1);
        double sum =
                found.getList("silent.findAll { it.likelihood }.likelihood.posterior").stream()
                        .mapToDouble(one -> ((Number) one).doubleValue())
                        .sum();
        assertThat(
                        sum
                                + found.getDouble("neverTransmitting.posterior")
                                + found.getDouble("posteriorOfUnlisted"))
                .isCloseTo(1, within(1e-6));
        // Silent for 33 of the 60 days about it, she would nearly always have fitted.
        assertThat(found.getDouble(of(HER, "likelihood.chanceRate"))).isBetween(0.4, 0.6);
        assertThat(found.getDouble(of(NEIGHBOUR, "likelihood.chanceRate"))).isBetween(0.05, 0.1);
        assertThat(found.getString(of(HER, "likelihood.explanation")))
                .contains("square nautical miles")
                .contains("of the times within thirty days");
        assertThat(found.getList(of(HER, "proof.wayFromStart"))).hasSizeGreaterThan(1);
    }

    @Test
    void tenHoursAfterTheTransmitterCameBackTheSilenceSaysNothing() {
        var found = seen("1994-02-06T05:20:00Z", 42.233, 130.3);

        assertThat(found.getList("silent.vessel.mmsi", String.class)).doesNotContain(HER);
        assertThat(found.getInt("counts.silences")).isZero();
        assertThat(found.getDouble("neverTransmitting.posterior")).isEqualTo(1);
    }

    @Test
    void atZhoushanSheIsFoundAmongThoseThatTransmit() {
        FakeAis.answers(
                """
                {"items": [{"vessel": {"mmsi": "%s", "name": "ANGARA"},
                  "latitudeDegrees": 30.150, "longitudeDegrees": 122.200,
                  "distanceNauticalMiles": 0.2,
                  "before": {"at": "1994-02-11T02:18:00Z", "latitudeDegrees": 30.150,
                    "longitudeDegrees": 122.200, "speedKnots": 0.1},
                  "after": {"at": "1994-02-11T02:21:00Z", "latitudeDegrees": 30.150,
                    "longitudeDegrees": 122.200, "speedKnots": 0.0},
                  "isInterpolated": true, "synthetic": true},
                 {"vessel": {"mmsi": "412000001"},
                  "latitudeDegrees": 30.21, "longitudeDegrees": 122.2,
                  "distanceNauticalMiles": 3.6,
                  "before": {"at": "1994-02-11T02:10:00Z", "latitudeDegrees": 30.21,
                    "longitudeDegrees": 122.200, "speedKnots": 9.0},
                  "after": {"at": "1994-02-11T02:30:00Z", "latitudeDegrees": 30.21,
                    "longitudeDegrees": 122.2, "speedKnots": 9.0},
                  "isInterpolated": true}]}\
                """
                        .formatted(HER),
                0);

        var found = seen("1994-02-11T02:20:00Z", 30.151, 122.201);

        assertThat(found.getList("transmitting.vessel.mmsi", String.class))
                .containsExactly(HER, "412000001");
        assertThat(found.getString("transmitting[0].match.label")).isEqualTo("match");
        assertThat(found.getInt("transmitting[0].match.metres")).isLessThan(200);
        assertThat(found.getString("transmitting[1].match.label")).isEqualTo("none");
        assertThat(found.getList("silent.vessel.mmsi", String.class)).doesNotContain(HER);
    }

    @Test
    void atNampoSheIsExcludedBySeaThoughAStraightLineAdmitsIt() {
        String blip = "273990905";
        Events.send(
                silence(
                        blip,
                        Events.report("1994-03-10T00:00:00Z", 42.9, 131.9),
                        Events.report("1994-03-12T00:00:00Z", 34.6, 129.5)));
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() ->
                        assertThat(
                                        asked("1994-03-11T02:00:00Z", 38.717, 125.4)
                                                .getList("silent.vessel.mmsi", String.class))
                                .contains(blip));

        var found = seen("1994-03-11T02:00:00Z", 38.717, 125.4);

        assertThat(found.getString(of(blip, "outcome"))).isEqualTo("excluded");
        assertThat(found.getString(of(blip, "method"))).isEqualTo("sea-lower-bound");
        assertThat(found.getString(of(blip, "explanation"))).contains("No way by sea is shorter");
        assertThat(found.getList(of(blip, "proof.wayFromStart"))).hasSizeGreaterThan(3);
        assertThat(found.getString(of(blip, "likelihood"))).isNull();
    }

    @Test
    void anEmptyClearSceneOfRajinLowersHerPosteriorByTheStatedRecall() {
        String at = "1994-01-20T03:00:00Z";
        double before = asked(at, 42.233, 130.3).getDouble(of(HER, "likelihood.posterior"));

        String scene =
                carl().body(
                                """
                                {"name": "empty-%s", "sensor": "optical", "provider": "a test",
                                 "acquisitionStart": "1994-01-20T02:40:00Z",
                                 "acquisitionEnd": "1994-01-20T02:40:20Z", "cloudCover": 0.02,
                                 "recallByLength": [{"fromMetres": 100, "toMetres": 150, "recall": 0.9}],
                                 "synthetic": true,
                                 "footprint": {"type": "Polygon", "coordinates":
                                   [[[130, 42], [131, 42], [131, 43], [130, 43], [130, 42]]]}}\
                                """
                                        .formatted(UUID.randomUUID()))
                        .post("/api/imagery/v1/scenes")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        var found = asked(at, 42.233, 130.3);
        double after = found.getDouble(of(HER, "likelihood.posterior"));

        assertThat(after / (1 - after))
                .isCloseTo(0.1 * before / (1 - before), within(1e-6 * before));
        assertThat(found.getDouble(of(HER, "likelihood.absence"))).isCloseTo(0.1, within(1e-6));
        assertThat(found.getList(of(HER, "likelihood.emptyScenes.sceneId"), String.class))
                .isEqualTo(List.of(scene));
        assertThat(found.getString(of(HER, "likelihood.explanation")))
                .contains("A clear scene of this place without a ship of her size");

        // It is told beside the port's window, too.
        var reach =
                carl().get("/api/imagery/v1/reachable?cells=false&activity=" + HERS.id())
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
        assertThat(
                        reach.getList(
                                "ports.find { it.id == 'rajin' }.emptyScenes.sceneId",
                                String.class))
                .contains(scene);
    }

    /// A ship that was seen has a length, whoever she is: a scene without a ship of that length
    /// speaks against a stranger as much as against her.
    @Test
    void anEmptyClearSceneSpeaksAgainstAStrangerOfTheLengthSeenToo() {
        String at = "1994-01-25T03:00:00Z";
        var before = seen(at, 42.233, 130.3);
        String scene =
                carl().body(
                                """
                                {"name": "empty-%s", "sensor": "optical", "provider": "a test",
                                 "acquisitionStart": "1994-01-25T05:40:00Z",
                                 "acquisitionEnd": "1994-01-25T05:40:20Z", "cloudCover": 0.02,
                                 "recallByLength": [{"fromMetres": 100, "toMetres": 150, "recall": 0.9}],
                                 "synthetic": true,
                                 "footprint": {"type": "Polygon", "coordinates":
                                   [[[130, 42], [131, 42], [131, 43], [130, 43], [130, 42]]]}}\
                                """
                                        .formatted(UUID.randomUUID()))
                        .post("/api/imagery/v1/scenes")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");

        var after = seen(at, 42.233, 130.3);

        assertThat(after.getList("neverTransmitting.emptyScenes.sceneId", String.class))
                .isEqualTo(List.of(scene));
        assertThat(before.getList("neverTransmitting.emptyScenes")).isEmpty();
        assertThat(after.getDouble(of(HER, "likelihood.absence"))).isCloseTo(0.1, within(1e-6));
        assertThat(
                        after.getDouble(of(HER, "likelihood.posterior"))
                                / after.getDouble("neverTransmitting.posterior"))
                .isCloseTo(
                        before.getDouble(of(HER, "likelihood.posterior"))
                                / before.getDouble("neverTransmitting.posterior"),
                        within(1e-6));
    }
}
