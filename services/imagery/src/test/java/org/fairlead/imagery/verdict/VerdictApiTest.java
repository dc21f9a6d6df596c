package org.fairlead.imagery.verdict;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.fairlead.contracts.Topics;
import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.imagery.Verdict;
import org.fairlead.imagery.Events;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Each test has a year of its own, so that no ship of another test is in the way.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "imagery"))
class VerdictApiTest {

    private static final Duration SOON = Duration.ofMinutes(4);

    private final UUID silenceId = UUID.randomUUID();

    private static RequestSpecification carl() {
        return given().auth().oauth2(Tokens.carl()).contentType("application/json");
    }

    private static String rajin(String at) {
        return carl().body(
                        """
                        {"at": "%s", "latitudeDegrees": 42.233, "longitudeDegrees": 130.3,
                         "sensor": "optical", "source": "a test"}\
                        """
                                .formatted(at))
                .post("/api/imagery/v1/sightings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ReportedPosition offVladivostok(String at) {
        return Events.report(at, 42.6, 131.9);
    }

    private static ReportedPosition koreaStrait(String at) {
        return Events.report(at, 34.6, 129.5);
    }

    private Silence january(int year, String mmsi) {
        return Events.silence(
                silenceId,
                1,
                mmsi,
                offVladivostok(year + "-01-03T06:00:00Z"),
                koreaStrait(year + "-02-05T19:20:00Z"));
    }

    private static JsonPath candidates(String sighting) {
        return carl().get("/api/imagery/v1/sightings/" + sighting + "/candidates")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath awaitOutcome(String sighting, String mmsi, String outcome) {
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(outcomeOf(sighting, mmsi)).isEqualTo(outcome));
        return candidates(sighting);
    }

    private static String outcomeOf(String sighting, String mmsi) {
        return candidates(sighting)
                .getString("silent.find { it.vessel.mmsi == '" + mmsi + "' }?.outcome");
    }

    @Nested
    class ASilence {

        @Test
        void isHeldAgainstASightingThatWasThereBefore() {
            String sighting = rajin("2001-01-14T02:10:00Z");
            assertThat(candidates(sighting).getList("silent")).isEmpty();

            Events.send(january(2001, "273000001"));

            var found = awaitOutcome(sighting, "273000001", "consistent");
            assertThat(found.getString("method")).isEqualTo("sea-lower-bound");
            assertThat(found.getDouble("silent[0].margins.arrivalHours")).isGreaterThan(200);
            assertThat(found.getString("silent[0].silence.start.at"))
                    .isEqualTo("2001-01-03T06:00:00Z");
            assertThat(found.getString("silent[0].explanation")).contains("to spare");
            carl().get("/api/imagery/v1/sightings/" + sighting)
                    .then()
                    .body("verdicts.consistent", equalTo(1));
        }

        @Test
        void isFoundByASightingThatComesLater() {
            Events.send(january(2002, "273000002"));
            String first = rajin("2002-01-14T02:10:00Z");
            awaitOutcome(first, "273000002", "consistent");

            String second = rajin("2002-01-15T02:10:00Z");

            assertThat(outcomeOf(second, "273000002")).isEqualTo("consistent");
        }

        @Test
        void saysNothingOfASightingAfterItsEnd() {
            String inside = rajin("2003-01-14T02:10:00Z");
            Events.send(january(2003, "273000003"));
            awaitOutcome(inside, "273000003", "consistent");

            String after = rajin("2003-02-06T05:20:00Z");

            assertThat(candidates(after).getList("silent")).isEmpty();
        }

        @Test
        void thatIsToldTwiceGivesOneVerdict() {
            String sighting = rajin("2004-01-14T02:10:00Z");
            var eventId = UUID.randomUUID();
            Events.send(january(2004, "273000004"), eventId);
            Events.send(january(2004, "273000004"), eventId);
            Events.send(january(2004, "273000004"), UUID.randomUUID());
            awaitOutcome(sighting, "273000004", "consistent");
            settle("273000004");

            assertThat(Events.verdictsOf(silenceId))
                    .extracting(Verdict::version)
                    .containsExactly(1);
        }

        @Test
        void thatIsRetractedTakesItsVerdictsBackAndKeepsThemReadable() {
            String sighting = rajin("2005-01-14T02:10:00Z");
            Events.send(january(2005, "273000005"));
            String verdict =
                    awaitOutcome(sighting, "273000005", "consistent").getString("silent[0].id");

            Events.send(Events.retracted(january(2005, "273000005")));

            Awaitility.await()
                    .atMost(SOON)
                    .untilAsserted(() ->
                            carl().get("/api/imagery/v1/verdicts/" + verdict)
                                    .then()
                                    .statusCode(200)
                                    .body("outcome", equalTo("withdrawn"))
                                    .body("supersedes", equalTo(1))
                                    .body("silenceVersion", equalTo(2))
                                    .body("explanation", containsString("Late data")));
            carl().get("/api/imagery/v1/verdicts/" + verdict + "/versions")
                    .then()
                    .body("items.outcome", contains("withdrawn", "consistent"));
            assertThat(candidates(sighting).getList("silent")).isEmpty();
            assertThat(candidates(rajin("2005-01-15T00:00:00Z")).getList("silent")).isEmpty();
        }

        @Test
        void whoseVersionsComeOutOfOrderKeepsTheNewest() {
            String sighting = rajin("2006-01-14T02:10:00Z");
            var shorter =
                    Events.silence(
                            silenceId,
                            2,
                            "273000006",
                            offVladivostok("2006-01-03T06:00:00Z"),
                            koreaStrait("2006-01-14T12:00:00Z"));
            Events.send(shorter);
            awaitOutcome(sighting, "273000006", "excluded");

            Events.send(january(2006, "273000006"));
            settle("273000006");

            assertThat(outcomeOf(sighting, "273000006")).isEqualTo("excluded");
        }

        @Test
        void thatEndsIsJudgedAnew() {
            String sighting = rajin("2007-01-14T02:10:00Z");
            Events.send(
                    Events.silence(
                            silenceId,
                            1,
                            "273000007",
                            offVladivostok("2007-01-03T06:00:00Z"),
                            null));
            awaitOutcome(sighting, "273000007", "undecided");

            Events.send(
                    Events.silence(
                            silenceId,
                            2,
                            "273000007",
                            offVladivostok("2007-01-03T06:00:00Z"),
                            koreaStrait("2007-02-05T19:20:00Z")));

            awaitOutcome(sighting, "273000007", "consistent");
            Awaitility.await()
                    .atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(Events.verdictsOf(silenceId))
                                    .extracting(Verdict::outcome)
                                    .containsExactly(
                                            Verdict.Outcome.UNDECIDED, Verdict.Outcome.CONSISTENT));
        }

        @Test
        void thatIsSplitByABlipIsJudgedAnewOnTheSideOfTheSighting() {
            String sighting = rajin("1997-01-14T02:10:00Z");
            Events.send(january(1997, "273000097"));
            String verdict =
                    awaitOutcome(sighting, "273000097", "consistent").getString("silent[0].id");
            double hours = candidates(sighting).getDouble("silent[0].margins.departureHours");

            // She was on for an hour on the 20th, off Wonsan.
            Events.send(
                    Events.silence(
                            silenceId,
                            2,
                            "273000097",
                            offVladivostok("1997-01-03T06:00:00Z"),
                            Events.report("1997-01-20T10:00:00Z", 39.4, 128.2)));
            var rest = UUID.randomUUID();
            Events.send(
                    Events.silence(
                            rest,
                            1,
                            "273000097",
                            Events.report("1997-01-20T11:00:00Z", 39.4, 128.2),
                            koreaStrait("1997-02-05T19:20:00Z")));

            Awaitility.await()
                    .atMost(SOON)
                    .untilAsserted(() ->
                            carl().get("/api/imagery/v1/verdicts/" + verdict)
                                    .then()
                                    .body("version", equalTo(2))
                                    .body("supersedes", equalTo(1))
                                    .body("silenceVersion", equalTo(2))
                                    .body("outcome", equalTo("consistent")));
            var versions =
                    carl().get("/api/imagery/v1/verdicts/" + verdict + "/versions").jsonPath();
            assertThat(versions.getDouble("items[0].margins.departureHours")).isLessThan(hours);
            assertThat(versions.getDouble("items[1].margins.departureHours")).isEqualTo(hours);
            // The second half lies after the sighting; a later sighting finds only that one.
            assertThat(candidates(sighting).getList("silent.silenceId", String.class))
                    .containsExactly(silenceId.toString());
            Awaitility.await()
                    .atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(
                                            candidates(laterAtRajin())
                                                    .getList("silent.silenceId", String.class))
                                    .containsExactly(rest.toString()));
        }

        private static String laterAtRajin() {
            return carl().body(
                            """
                            {"at": "1997-01-28T02:10:00Z", "latitudeDegrees": 42.233,
                             "longitudeDegrees": 130.3, "sensor": "optical", "source": "a test"}\
                            """)
                    .post("/api/imagery/v1/sightings")
                    .path("id");
        }

        @Test
        void thatNoLongerSpansTheSightingTakesItsVerdictBack() {
            String sighting = rajin("2008-01-14T02:10:00Z");
            Events.send(january(2008, "273000008"));
            awaitOutcome(sighting, "273000008", "consistent");

            Events.send(
                    Events.silence(
                            silenceId,
                            2,
                            "273000008",
                            offVladivostok("2008-01-03T06:00:00Z"),
                            koreaStrait("2008-01-10T00:00:00Z")));

            Awaitility.await()
                    .atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(candidates(sighting).getList("silent")).isEmpty());
        }
    }

    @Nested
    class AnIdentity {

        @Test
        void withAnotherLengthMakesTheVerdictAnew() {
            String sighting =
                    carl().body(
                                    """
                                    {"at": "2009-01-14T02:10:00Z", "latitudeDegrees": 42.233,
                                     "longitudeDegrees": 130.3, "lengthMetres": 60,
                                     "sensor": "SAR", "source": "a test"}\
                                    """)
                            .post("/api/imagery/v1/sightings")
                            .path("id");
            Events.send(january(2009, "273000009"));
            awaitOutcome(sighting, "273000009", "consistent");

            Events.send(Events.identity("273000009", 1, "9179842", 79, 122));

            var found = awaitOutcome(sighting, "273000009", "excluded");
            assertThat(found.getString("silent[0].explanation")).contains("122 m");
            assertThat(found.getInt("silent[0].version")).isEqualTo(2);
            assertThat(found.getString("silent[0].vessel.imo")).isEqualTo("9179842");
        }

        @Test
        void thatChangesNothingOfWeightMakesNoNewVersion() {
            Events.send(Events.identity("273000010", 1, "9179842", 79, 122));
            String sighting = rajin("2010-01-14T02:10:00Z");
            Events.send(january(2010, "273000010"));
            awaitOutcome(sighting, "273000010", "consistent");
            int version = awaitSpeed(sighting, 20).getInt("silent[0].version");

            Events.send(Events.identity("273000010", 2, "9179842", 79, 122));
            // A tanker's cap is another: had the event before made a version, this were one more.
            Events.send(Events.identity("273000010", 3, "9179842", 80, 122));

            assertThat(awaitSpeed(sighting, 18).getInt("silent[0].version")).isEqualTo(version + 1);
        }

        private static JsonPath awaitSpeed(String sighting, double knots) {
            Awaitility.await()
                    .atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(
                                            candidates(sighting)
                                                    .getDouble(
                                                            "silent[0].margins.exclusionSpeedKnots"))
                                    .isEqualTo(knots));
            return candidates(sighting);
        }
    }

    @Nested
    class SeveralShips {

        @Test
        void areCountedAndRankedBesideEachOther() {
            String sighting = rajin("2011-01-14T02:10:00Z");
            Events.send(january(2011, "273000011"));
            Events.send(
                    Events.silence(
                            UUID.randomUUID(),
                            1,
                            "273000012",
                            offVladivostok("2011-01-10T06:00:00Z"),
                            koreaStrait("2011-01-20T00:00:00Z")));
            Events.send(
                    Events.silence(
                            UUID.randomUUID(),
                            1,
                            "273000013",
                            koreaStrait("2011-01-14T00:00:00Z"),
                            koreaStrait("2011-01-20T00:00:00Z")));
            awaitOutcome(sighting, "273000011", "consistent");
            awaitOutcome(sighting, "273000012", "consistent");

            var found = awaitOutcome(sighting, "273000013", "excluded");

            assertThat(found.getList("silent.outcome", String.class))
                    .containsExactly("consistent", "consistent", "excluded");
            assertThat(found.getList("silent.otherCandidates", Integer.class))
                    .containsExactly(1, 1, 2);
        }
    }

    @Nested
    class AWithdrawnSighting {

        @Test
        void takesItsVerdictsBack() {
            String sighting = rajin("2012-01-14T02:10:00Z");
            Events.send(january(2012, "273000014"));
            String verdict =
                    awaitOutcome(sighting, "273000014", "consistent").getString("silent[0].id");

            carl().delete("/api/imagery/v1/sightings/" + sighting).then().statusCode(200);

            carl().get("/api/imagery/v1/verdicts/" + verdict)
                    .then()
                    .body("outcome", equalTo("withdrawn"))
                    .body("explanation", equalTo("The sighting was withdrawn."))
                    .body("margins", nullValue())
                    .body("sighting.state", equalTo("withdrawn"));
            Events.send(
                    Events.silence(
                            silenceId,
                            2,
                            "273000014",
                            offVladivostok("2012-01-03T06:00:00Z"),
                            koreaStrait("2012-02-01T00:00:00Z")));
            settle("273000014");
            carl().get("/api/imagery/v1/verdicts/" + verdict)
                    .then()
                    .body("outcome", equalTo("withdrawn"));
        }
    }

    @Nested
    class WhatIf {

        @Test
        void answersCandidatesAndKeepsNothing() {
            String probe = rajin("2013-01-14T02:10:00Z");
            Events.send(january(2013, "273000015"));
            awaitOutcome(probe, "273000015", "consistent");

            carl().body(
                            """
                            {"at": "2013-01-16T00:00:00Z", "latitudeDegrees": 42.879,
                             "longitudeDegrees": 132.335}\
                            """)
                    .post("/api/imagery/v1/what-if")
                    .then()
                    .statusCode(200)
                    .body("sightingId", nullValue())
                    .body("silent.outcome", contains("consistent"))
                    .body("silent[0].id", nullValue())
                    .body("silent[0].silence.end.at", equalTo("2013-02-05T19:20:00Z"));

            carl().get("/api/imagery/v1/vessels/273000015/verdicts")
                    .then()
                    .body("items", hasSize(1))
                    .body("items[0].sighting.id", equalTo(probe));
            carl().queryParam("from", "2013-01-15T00:00:00Z")
                    .queryParam("to", "2013-01-17T00:00:00Z")
                    .get("/api/imagery/v1/sightings")
                    .then()
                    .body("items", empty());
        }

        @Test
        void isCheckedLikeASighting() {
            carl().body("{\"at\": \"2013-01-16T00:00:00Z\", \"latitudeDegrees\": 91}")
                    .post("/api/imagery/v1/what-if")
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/latitudeDegrees", "/longitudeDegrees"));
        }
    }

    @Nested
    class TheAisServiceAway {

        @Test
        void leavesTheSilentCandidatesAndSaysSo() {
            var found = candidates(rajin("2014-06-01T00:00:00Z"));

            assertThat(found.getString("transmittingState")).isEqualTo("unavailable");
            assertThat(found.getList("transmitting")).isEmpty();
        }
    }

    @Nested
    class AnEventThatCannotBeRead {

        @Test
        void isSetAsideAndTheNextIsHandled() {
            int before = Events.all(Topics.deadLetter(Topics.AIS_ACTIVITIES)).size();
            String sighting = rajin("2015-01-14T02:10:00Z");
            String mmsi = "273000016";
            Events.send(
                    Topics.AIS_ACTIVITIES, mmsi, UUID.randomUUID(), Silence.TYPE, "{\"id\": 5}");
            Events.send(new ProducerRecord<>(Topics.AIS_ACTIVITIES, mmsi, "not an event at all"));
            Events.send(
                    Topics.AIS_ACTIVITIES,
                    mmsi,
                    UUID.randomUUID(),
                    "org.fairlead.ais.port-visit.v1",
                    "{}");

            Events.send(january(2015, mmsi));

            awaitOutcome(sighting, mmsi, "consistent");
            assertThat(Events.all(Topics.deadLetter(Topics.AIS_ACTIVITIES))).hasSize(before + 2);
        }
    }

    @Test
    void nothingIsNotFound() {
        carl().get("/api/imagery/v1/verdicts/" + UUID.randomUUID()).then().statusCode(404);
        carl().get("/api/imagery/v1/verdicts/" + UUID.randomUUID() + "/versions")
                .then()
                .statusCode(404);
        carl().get("/api/imagery/v1/sightings/" + UUID.randomUUID() + "/candidates")
                .then()
                .statusCode(404);
        carl().get("/api/imagery/v1/vessels/000000000/verdicts")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    /// Waits until everything sent for this transmitter so far is handled: a marker sent after it
    /// on the same partitions has its effect.
    private static void settle(String mmsi) {
        var marker = UUID.randomUUID();
        String year = "%d".formatted(1975 + Math.floorMod(marker.hashCode(), 20));
        String sighting =
                rajin(
                        "%s-06-%02dT02:10:%02dZ"
                                .formatted(
                                        year,
                                        1 + Math.floorMod(marker.hashCode(), 28),
                                        Math.floorMod(marker.getLeastSignificantBits(), 60L)));
        Events.send(
                Events.silence(
                        marker,
                        1,
                        mmsi,
                        offVladivostok(year + "-05-30T00:00:00Z"),
                        offVladivostok(year + "-07-30T00:00:00Z")));
        awaitOutcome(sighting, mmsi, "consistent");
    }
}
