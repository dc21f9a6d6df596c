package org.fairlead.ais.silence;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.fairlead.ais.Nmea;
import org.fairlead.contracts.Topics;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "ais"))
class SilenceEndToEndTest {

    private static final Instant NOON = Instant.parse("2024-02-02T12:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(60);

    private static RequestSpecification carl() {
        return given().auth().oauth2(Tokens.carl());
    }

    private static void upload(Nmea file, String source) {
        carl().contentType("application/octet-stream")
                .body(file.bytes())
                .post("/api/ais/v1/uploads?source=" + source)
                .then()
                .statusCode(202);
    }

    private static Nmea stretch(Nmea file, int mmsi, Duration from, Duration to) {
        for (long s = from.toSeconds(); s <= to.toSeconds(); s += 300) {
            file.position(mmsi, NOON.plusSeconds(s), 40 + s * 1e-6, 130);
        }
        return file;
    }

    private static String silence(int mmsi, String state) {
        return await().atMost(SOON)
                .until(
                        () ->
                                carl().get("/api/ais/v1/activities?kind=silence&mmsi=" + mmsi)
                                        .then()
                                        .statusCode(200)
                                        .extract()
                                        .<String>path(
                                                "items.find { it.state == '" + state + "' }.id"),
                        id -> id != null);
    }

    @Test
    void aSilenceIsFoundAndRetractedWhenLateDataFillsIt() {
        int she = 273100001;
        var file = new Nmea().identity(she, NOON, 9179842, "LATE STAR", "UBXY4");
        stretch(file, she, Duration.ZERO, Duration.ofHours(2));
        stretch(file, she, Duration.ofHours(14), Duration.ofHours(16));
        upload(file, "pier-a");

        String id = silence(she, "reappeared");
        // Her name comes by another way than the silence, and may come after it.
        await().atMost(SOON)
                .until(
                        () -> carl().get("/api/ais/v1/activities/" + id).path("vessel.name"),
                        "LATE STAR"::equals);

        carl().get("/api/ais/v1/activities/" + id)
                .then()
                .body("kind", is("silence"))
                .body("durationHours", is(12.0f))
                .body("start.at", is("2024-02-02T14:00:00Z"))
                .body("end.at", is("2024-02-03T02:00:00Z"))
                .body("parameters.'ais.silence.opens-after'", is("PT6H"));
        upload(stretch(new Nmea(), she, Duration.ofHours(2), Duration.ofHours(14)), "late");
        silence(she, "retracted");
        carl().get("/api/ais/v1/activities/" + id + "/versions")
                .then()
                .body("items.version", contains(2, 1))
                .body("items.state", contains("retracted", "reappeared"))
                .body("items[0].reason", notNullValue());
        carl().get("/api/ais/v1/activities?kind=silence&mmsi=" + she + "&state=reappeared")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void aSilenceIsOpenWhileOthersAreHeard() {
        int she = 273100011;
        var file = new Nmea();
        stretch(file, she, Duration.ZERO, Duration.ofHours(2));
        stretch(file, 273100012, Duration.ZERO, Duration.ofHours(20));
        upload(file, "pier-b");

        silence(she, "open");

        carl().get("/api/ais/v1/activities?kind=silence&state=open&mmsi=" + she)
                .then()
                .body("items", hasSize(1))
                .body("items[0].sources", contains("pier-b"));
        carl().get("/api/ais/v1/statistics")
                .then()
                .statusCode(200)
                .body("sources.name", hasItem("pier-b"))
                .body("silencesOpen", notNullValue());
    }

    @Test
    void anUnreadableActivityIsSetAsideAndTheNextOneKept() {
        var settings =
                Map.<String, Object>of(
                        "bootstrap.servers", PlatformResource.kafkaBootstrapServers());
        try (var producer =
                new KafkaProducer<>(
                        new HashMap<>(settings), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.AIS_ACTIVITIES, 0, "x", "{"));
            producer.flush();
        }
        for (int mmsi = 273100021; mmsi < 273100025; mmsi++) {
            var file = new Nmea();
            stretch(file, mmsi, Duration.ZERO, Duration.ofHours(1));
            stretch(file, mmsi, Duration.ofHours(9), Duration.ofHours(10));
            upload(file, "pier-c");
        }

        for (int mmsi = 273100021; mmsi < 273100025; mmsi++) {
            silence(mmsi, "reappeared");
        }
    }

    @Test
    void aShortTransmissionBetweenTwoSilencesIsABlipAndToldAsSuch() {
        int she = 273100031;
        var file = new Nmea();
        stretch(file, she, Duration.ZERO, Duration.ofHours(2));
        stretch(file, she, Duration.ofHours(12), Duration.ofMinutes(12 * 60 + 20));
        stretch(file, she, Duration.ofHours(24), Duration.ofHours(26));
        upload(file, "pier-d");

        String id = first("kind=blip&mmsi=" + she);

        carl().get("/api/ais/v1/activities/" + id)
                .then()
                .body("kind", is("blip"))
                .body("from", is("2024-02-03T00:00:00Z"))
                .body("to", is("2024-02-03T00:20:00Z"))
                .body("details.reports", is(5));
        carl().get("/api/ais/v1/activities/" + id + "/why")
                .then()
                .body("rule", containsString("silence on both sides"))
                .body("parameters.key", contains("ais.silence.blip-shorter-than"))
                .body("parameters.meaning", everyItem(notNullValue()));
    }

    @Test
    void aSourceThatFellSilentItselfIsAnOutageAndNoShips() {
        // In the order of time, as one receiver writes it: two files of one name are no outage.
        var file = new Nmea();
        for (int minute = 0; minute <= 12 * 60; minute += 5) {
            if (minute > 60 && minute < 11 * 60) {
                continue;
            }
            for (int mmsi = 273100041; mmsi < 273100053; mmsi++) {
                stretch(file, mmsi, Duration.ofMinutes(minute), Duration.ofMinutes(minute));
            }
        }
        upload(file, "pier-e");

        String id = first("kind=feed-outage");

        carl().get("/api/ais/v1/activities/" + id)
                .then()
                .body("kind", is("feed-outage"))
                .body("vessel", nullValue())
                .body("details.source", is("pier-e"))
                .body("durationHours", is(10.0f));
        carl().get("/api/ais/v1/activities/" + id + "/why")
                .then()
                .body("rule", containsString("says nothing of any ship"))
                .body("parameters.key", contains("ais.silence.outage-after"))
                .body("parameters.meaning", everyItem(notNullValue()));
    }

    private static String first(String question) {
        return await().atMost(SOON)
                .until(
                        () ->
                                carl().get("/api/ais/v1/activities?" + question)
                                        .then()
                                        .statusCode(200)
                                        .extract()
                                        .<String>path("items[0].id"),
                        id -> id != null);
    }

    @Test
    void aQuestionThatMakesNoSenseIsRefused() {
        for (String question :
                new String[] {"kind=storm", "state=dark", "mmsi=12", "from=yesterday", "limit=0"}) {
            carl().get("/api/ais/v1/activities?" + question)
                    .then()
                    .statusCode(422)
                    .body("code", is("invalid"))
                    .body("errors", hasSize(1));
        }
        carl().get("/api/ais/v1/activities/1").then().statusCode(404);
    }
}
