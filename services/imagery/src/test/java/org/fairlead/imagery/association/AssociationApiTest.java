package org.fairlead.imagery.association;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.fairlead.contracts.Topics;
import org.fairlead.imagery.Events;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Test;

/// Each test has a year of its own.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "imagery"))
class AssociationApiTest {

    private static final Duration SOON = Duration.ofMinutes(4);
    private static final String PATH = "/api/imagery/v1/sightings/";

    @Inject DataSource database;

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static String sighting(int year) {
        return as(Tokens.carl())
                .body(
                        """
                        {"at": "%d-01-14T02:10:00Z", "latitudeDegrees": 42.233,
                         "longitudeDegrees": 130.3, "sensor": "optical", "source": "a test"}\
                        """
                                .formatted(year))
                .post("/api/imagery/v1/sightings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse say(
            String token, String sighting, String mmsi, String stance) {
        return as(token)
                .body(
                        """
                        {"mmsi": "%s", "stance": "%s", "reason": "Hull and cranes."}\
                        """
                                .formatted(mmsi, stance))
                .post(PATH + sighting + "/associations")
                .then();
    }

    @Test
    void twoDifferentPeopleAreNeededToConfirm() {
        String sighting = sighting(1981);

        say(Tokens.carl(), sighting, "273000101", "confirm")
                .statusCode(201)
                .body("state", equalTo("proposed"))
                .body("version", equalTo(1))
                .body("statements[0].by", equalTo("carl"));
        say(Tokens.carl(), sighting, "273000101", "confirm")
                .statusCode(200)
                .body("state", equalTo("proposed"));
        say(Tokens.lena(), sighting, "273000101", "confirm")
                .statusCode(201)
                .body("state", equalTo("confirmed"))
                .body("supersedes", equalTo(1))
                .body("statements.by", contains("carl", "lena"));

        as(Tokens.carl())
                .get(PATH + sighting + "/associations")
                .then()
                .body("items", hasSize(1))
                .body("items[0].state", equalTo("confirmed"));
    }

    /// Whatever the service does: the database does not let one person be two.
    @Test
    void theDatabaseItselfRefusesAConfirmationByOnePerson() throws SQLException {
        String sighting = sighting(1982);
        say(Tokens.carl(), sighting, "273000102", "confirm").statusCode(201);

        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() ->
                            statement.executeUpdate(
                                    "update association set state = 'confirmed', second_confirmed_by"
                                            + " = first_confirmed_by where mmsi = '273000102'"))
                    .hasMessageContaining("two_people_confirm");
            assertThatThrownBy(() ->
                            statement.executeUpdate(
                                    "insert into association_statement select gen_random_uuid(),"
                                            + " association_id, stance, reason, null, null, said_by,"
                                            + " username, said_at, null from association_statement"
                                            + " where association_id = (select id from association"
                                            + " where mmsi = '273000102')"))
                    .hasMessageContaining("association_statement_one_a_person");
        }
    }

    @Test
    void aRejectionStandsAgainstAConfirmation() {
        String sighting = sighting(1983);
        say(Tokens.carl(), sighting, "273000103", "confirm").statusCode(201);

        say(Tokens.rosa(), sighting, "273000103", "reject")
                .statusCode(201)
                .body("state", equalTo("disputed"));
        say(Tokens.rosa(), sighting, "273000103", "confirm")
                .statusCode(409)
                .body("detail", containsString("Take that back first"));
    }

    @Test
    void onesOwnWordIsTakenBackAndStaysReadable() {
        String sighting = sighting(1984);
        say(Tokens.carl(), sighting, "273000104", "confirm").statusCode(201);
        say(Tokens.lena(), sighting, "273000104", "confirm").statusCode(201);

        as(Tokens.lena())
                .delete(PATH + sighting + "/associations/273000104")
                .then()
                .statusCode(200)
                .body("state", equalTo("proposed"))
                .body("version", equalTo(3))
                .body("statements", hasSize(2))
                .body("statements[0].withdrawnAt", nullValue());
        as(Tokens.lena())
                .delete(PATH + sighting + "/associations/273000104")
                .then()
                .statusCode(404);
        say(Tokens.lena(), sighting, "273000104", "reject")
                .statusCode(201)
                .body("state", equalTo("disputed"))
                .body("statements", hasSize(3));
    }

    @Test
    void aSightingIsOfOneShip() {
        String sighting = sighting(1985);
        say(Tokens.carl(), sighting, "273000105", "confirm").statusCode(201);
        say(Tokens.lena(), sighting, "273000105", "confirm").statusCode(201);

        say(Tokens.carl(), sighting, "273000106", "confirm")
                .statusCode(409)
                .body("detail", containsString("273000105"));
        say(Tokens.carl(), sighting, "273000106", "reject")
                .statusCode(201)
                .body("state", equalTo("rejected"));
    }

    @Test
    void theVerdictAndEverybodyWhoReadsItHearOfIt() {
        String sighting = sighting(1986);
        var silence = UUID.randomUUID();
        Events.send(
                Events.silence(
                        silence,
                        1,
                        "273000107",
                        Events.report("1986-01-03T06:00:00Z", 42.6, 131.9),
                        Events.report("1986-02-05T19:20:00Z", 34.6, 129.5)));
        String candidates = PATH + sighting + "/candidates";
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() ->
                        as(Tokens.carl())
                                .get(candidates)
                                .then()
                                .body("silent[0].id", org.hamcrest.Matchers.notNullValue()));
        String verdict = as(Tokens.carl()).get(candidates).path("silent[0].id");
        String body =
                """
                {"verdictId": "%s", "stance": "confirm", "reason": "It is she."}\
                """
                        .formatted(verdict);

        as(Tokens.carl())
                .body(body)
                .post(PATH + sighting + "/associations")
                .then()
                .statusCode(201)
                .body("vessel.mmsi", equalTo("273000107"))
                .body("statements[0].verdictVersion", equalTo(1));

        as(Tokens.carl())
                .get("/api/imagery/v1/verdicts/" + verdict)
                .then()
                .body("version", equalTo(2))
                .body("supersedes", equalTo(1))
                .body("outcome", equalTo("consistent"))
                .body("association.state", equalTo("proposed"));
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> {
                    assertThat(Events.verdictsOf(silence))
                            .extracting(one -> one.association() == null)
                            .containsExactly(true, false);
                    assertThat(Events.all(Topics.IMAGERY_VERDICTS))
                            .anyMatch(text ->
                                    text.contains(sighting)
                                            && text.contains("\"statements\"")
                                            && text.contains("\"proposed\""));
                });
        // Judged anew, the verdict keeps what people said.
        Events.send(
                Events.silence(
                        silence,
                        2,
                        "273000107",
                        Events.report("1986-01-04T06:00:00Z", 42.6, 131.9),
                        Events.report("1986-02-05T19:20:00Z", 34.6, 129.5)));
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() ->
                        as(Tokens.carl())
                                .get("/api/imagery/v1/verdicts/" + verdict)
                                .then()
                                .body("version", equalTo(3))
                                .body("association.state", equalTo("proposed")));
    }

    @Test
    void faultsAreNamedByField() {
        String sighting = sighting(1987);
        as(Tokens.carl())
                .body("{\"stance\": \"perhaps\"}")
                .post(PATH + sighting + "/associations")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reason", "/mmsi", "/stance"));
        as(Tokens.carl())
                .body(
                        """
                        {"verdictId": "%s", "stance": "confirm", "reason": "x"}\
                        """
                                .formatted(UUID.randomUUID()))
                .post(PATH + sighting + "/associations")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/verdictId"));
        say(Tokens.carl(), UUID.randomUUID().toString(), "273000108", "confirm").statusCode(404);
        as(Tokens.carl()).post(PATH + sighting + "/associations").then().statusCode(422);
    }

    @Test
    void peopleConfirmAndNotClients() {
        String sighting = sighting(1988);
        say(Tokens.integrator("sightings:write"), sighting, "273000109", "confirm")
                .statusCode(403)
                .body("detail", containsString("People confirm"));
        say(Tokens.stranger(), sighting, "273000109", "confirm").statusCode(403);
    }

    @Test
    void aWithdrawnSightingIsNotConfirmed() {
        String sighting = sighting(1989);
        as(Tokens.carl()).delete(PATH + sighting).then().statusCode(200);

        say(Tokens.carl(), sighting, "273000110", "confirm").statusCode(409);
    }

    /// At Rajin, whose area holds the place.
    @Test
    void aConfirmedSightingInAPortIsAVisitUntilItIsNoLongerConfirmed() {
        String sighting = sighting(1976);
        say(Tokens.carl(), sighting, "273000176", "confirm").statusCode(201);
        assertThat(visits("273000176")).isEmpty();
        say(Tokens.lena(), sighting, "273000176", "confirm").statusCode(201);

        Awaitility.await().atMost(SOON).until(() -> visits("273000176").size() == 1);
        assertThat(visits("273000176").getFirst())
                .contains("\"basis\":\"sighted\"")
                .contains("\"id\":\"rajin\"")
                .contains("\"version\":1")
                .contains("\"state\":\"ended\"")
                .contains("\"from\":\"1976-01-14T02:10:00Z\"")
                .contains("carl: Hull and cranes.");

        as(Tokens.lena())
                .delete(PATH + sighting + "/associations/273000176")
                .then()
                .statusCode(200);
        Awaitility.await().atMost(SOON).until(() -> visits("273000176").size() == 2);
        assertThat(visits("273000176").getLast())
                .contains("\"version\":2")
                .contains("\"supersedes\":1")
                .contains("\"state\":\"retracted\"");

        say(Tokens.lena(), sighting, "273000176", "confirm").statusCode(201);
        as(Tokens.carl()).delete("/api/imagery/v1/sightings/" + sighting).then().statusCode(200);
        Awaitility.await().atMost(SOON).until(() -> visits("273000176").size() == 4);
        assertThat(visits("273000176").getLast())
                .contains("\"version\":4")
                .contains("\"state\":\"retracted\"");
    }

    private static java.util.List<String> visits(String mmsi) {
        return Events.all(Topics.AIS_ACTIVITIES).stream()
                .filter(text -> text.contains("\"sighted\"") && text.contains(mmsi))
                .toList();
    }

    private static ValidatableResponse correct(String sighting, int year, String latitude) {
        return as(Tokens.carl())
                .header("If-Match", "\"1\"")
                .body(
                        """
                        {"at": "%d-01-14T02:10:00Z", "latitudeDegrees": %s, "label": "mended",
                         "longitudeDegrees": 130.3, "sensor": "optical", "source": "a test"}\
                        """
                                .formatted(year, latitude))
                .put(PATH + sighting)
                .then();
    }

    /// They saw another version.
    @Test
    void aCorrectedSightingTakesEveryWordBackAndKeepsItReadable() {
        String sighting = sighting(1977);
        say(Tokens.carl(), sighting, "273000177", "confirm").statusCode(201);
        say(Tokens.lena(), sighting, "273000177", "confirm").statusCode(201);

        correct(sighting, 1977, "42.3").statusCode(200).body("version", equalTo(2));

        as(Tokens.carl())
                .get(PATH + sighting + "/associations")
                .then()
                .body("items[0].state", equalTo("withdrawn"))
                .body("items[0].version", equalTo(3))
                .body("items[0].statements", hasSize(2))
                .body("items[0].statements.findAll { it.withdrawnAt == null }", hasSize(0));
        say(Tokens.lena(), sighting, "273000177", "confirm")
                .statusCode(201)
                .body("state", equalTo("proposed"));
    }

    @Test
    void aCorrectedLabelTakesNothingBack() {
        String sighting = sighting(1978);
        say(Tokens.carl(), sighting, "273000178", "confirm").statusCode(201);

        correct(sighting, 1978, "42.233").statusCode(200).body("version", equalTo(2));

        as(Tokens.carl())
                .get(PATH + sighting + "/associations")
                .then()
                .body("items[0].state", equalTo("proposed"));
    }
}
