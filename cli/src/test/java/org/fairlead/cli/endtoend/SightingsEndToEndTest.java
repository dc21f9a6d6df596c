package org.fairlead.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.fairlead.cli.endtoend.RunningPlatform.as;
import static org.fairlead.cli.endtoend.RunningPlatform.asIntegrator;
import static org.fairlead.cli.endtoend.RunningPlatform.await;
import static org.fairlead.cli.endtoend.RunningPlatform.finished;
import static org.fairlead.cli.endtoend.RunningPlatform.upload;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The reference case, as `up` has loaded it: which ship can it be, and which can it not.
class SightingsEndToEndTest {

    private static final String ANGARA = "273990179";
    private static final double[] RAJIN = {42.233, 130.3};

    /// Of the demonstration: from one day on, to the next.
    private static JsonPath candidatesOfDay(String day, String next) {
        String id =
                as("carl")
                        .get(
                                "/api/imagery/v1/sightings?from=%sT00:00:00Z&to=%sT00:00:00Z"
                                        .formatted(day, next))
                        .jsonPath()
                        .getString("items[0].id");
        assertThat(id).as("the sighting of " + day).isNotNull();
        return as("carl").get("/api/imagery/v1/sightings/" + id + "/candidates").jsonPath();
    }

    private static JsonPath whatIf(String at, double... place) {
        var question = new HashMap<String, Object>();
        question.put("at", at);
        question.put("latitudeDegrees", place[0]);
        question.put("longitudeDegrees", place[1]);
        question.put("positionErrorMetres", 300);
        return as("carl")
                .contentType("application/json")
                .body(question)
                .post("/api/imagery/v1/what-if")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String of(String mmsi, String field) {
        return "silent.find { it.vessel.mmsi == '" + mmsi + "' }." + field;
    }

    @Test
    void atRajinSheIsAmongFewCandidatesWithMargins() {
        var found = candidatesOfDay("2024-01-14", "2024-01-15");

        assertThat(found.getString(of(ANGARA, "outcome"))).isEqualTo("consistent");
        assertThat(found.getDouble(of(ANGARA, "margins.arrivalHours"))).isGreaterThan(200);
        assertThat(found.getDouble(of(ANGARA, "margins.departureHours"))).isGreaterThan(200);
        assertThat(found.getInt("counts.consistent")).isBetween(2, 5);
        assertThat(found.getDouble(of(ANGARA, "likelihood.chanceRate"))).isGreaterThan(0.4);
        assertThat(found.getString(of(ANGARA, "likelihood.explanation")))
                .contains("square nautical miles");
        double posteriors =
                found.getList("silent.findAll { it.likelihood }.likelihood.posterior").stream()
                        .mapToDouble(one -> ((Number) one).doubleValue())
                        .sum();
        assertThat(
                        posteriors
                                + found.getDouble("neverTransmitting.posterior")
                                + found.getDouble("posteriorOfUnlisted"))
                .isCloseTo(1, within(1e-5));
    }

    @Test
    void tenHoursAfterTheTransmitterCameBackItIsNotInThatSilence() {
        var found = whatIf("2024-02-06T05:20:00Z", RAJIN);

        assertThat(
                        found.getList(
                                "silent.findAll { it.vessel.mmsi == '"
                                        + ANGARA
                                        + "' }.silence.end.at"))
                .doesNotContain("2024-02-05T19:20:00Z");
        assertThat(
                        found.getList(
                                "silent.findAll { it.vessel.mmsi == '" + ANGARA + "' }.outcome",
                                String.class))
                .doesNotContain("consistent", "undecided");
    }

    @Test
    void atZhoushanSheIsAMatchAmongThoseThatTransmit() {
        var found = candidatesOfDay("2024-02-11", "2024-02-12");

        assertThat(found.getString("transmittingState")).isEqualTo("ok");
        assertThat(
                        found.getString(
                                "transmitting.find { it.vessel.mmsi == '"
                                        + ANGARA
                                        + "' }.match.label"))
                .isEqualTo("match");
    }

    @Test
    void nampoIsExcludedBySeaThoughAStraightLineAdmitsIt() {
        int mmsi = 244_100_071;
        var start = Instant.parse("2025-03-10T00:00:00Z");
        var back = start.plus(Duration.ofHours(48));
        var feed =
                new TestFeed()
                        .identity(mmsi, 9_074_729, "NAMPO TEST", start.minus(Duration.ofHours(3)))
                        .reports(
                                mmsi,
                                start.minus(Duration.ofHours(4)),
                                start,
                                Duration.ofMinutes(3),
                                42.87,
                                131.87)
                        .reports(
                                mmsi,
                                back,
                                back.plus(Duration.ofHours(4)),
                                Duration.ofMinutes(3),
                                34.6,
                                129.5)
                        // Heard all the while, so that the silence is not the receiver's.
                        .reports(
                                mmsi + 1,
                                start.minus(Duration.ofHours(4)),
                                back.plus(Duration.ofHours(4)),
                                Duration.ofMinutes(10),
                                42.7,
                                132.0);
        finished(upload(feed.bytes(), "nampo.nmea", "?source=e2e-nampo").getString("id"));

        var found =
                await(
                        "the silence to reach imagery",
                        () -> whatIfResponse("2025-03-11T02:00:00Z", 38.717, 125.4),
                        answer ->
                                answer.getList("silent.vessel.mmsi", String.class)
                                        .contains(Integer.toString(mmsi)));

        String hers = Integer.toString(mmsi);
        assertThat(found.getString(of(hers, "outcome"))).isEqualTo("excluded");
        assertThat(found.getString(of(hers, "method"))).isEqualTo("sea-lower-bound");
        assertThat(found.getString(of(hers, "explanation"))).contains("No way by sea is shorter");
    }

    private static io.restassured.response.Response whatIfResponse(String at, double... place) {
        return as("carl")
                .contentType("application/json")
                .body(
                        Map.of(
                                "at",
                                at,
                                "latitudeDegrees",
                                place[0],
                                "longitudeDegrees",
                                place[1],
                                "lengthMetres",
                                120))
                .post("/api/imagery/v1/what-if");
    }

    @Test
    void anEmptyClearSceneOfRajinLowersHerPosteriorByTheStatedRecall() {
        String at = "2024-01-21T03:00:00Z";
        double before = whatIf(at, RAJIN).getDouble(of(ANGARA, "likelihood.posterior"));

        var scene = new HashMap<String, Object>();
        scene.put("name", "empty-" + UUID.randomUUID());
        scene.put("sensor", "optical");
        scene.put("provider", "a test");
        scene.put("acquisitionStart", "2024-01-21T02:40:00Z");
        scene.put("acquisitionEnd", "2024-01-21T02:40:20Z");
        scene.put("cloudCover", 0.02);
        scene.put(
                "recallByLength",
                List.of(Map.of("fromMetres", 100, "toMetres", 150, "recall", 0.9)));
        scene.put("synthetic", true);
        scene.put(
                "footprint",
                Map.of(
                        "type",
                        "Polygon",
                        "coordinates",
                        List.of(
                                List.of(
                                        List.of(130, 42),
                                        List.of(131, 42),
                                        List.of(131, 43),
                                        List.of(130, 43),
                                        List.of(130, 42)))));
        String id =
                asIntegrator()
                        .contentType("application/json")
                        .body(scene)
                        .post("/api/imagery/v1/scenes")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        try {
            double after = whatIf(at, RAJIN).getDouble(of(ANGARA, "likelihood.posterior"));

            assertThat(after / (1 - after))
                    .isCloseTo(0.1 * before / (1 - before), within(1e-3 * before));
        } finally {
            asIntegrator().delete("/api/imagery/v1/scenes/" + id).then().statusCode(200);
        }
    }
}
