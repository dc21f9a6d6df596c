package org.fairlead.sanctions.reference;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.fairlead.sanctions.SanctionsApi;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "sanctions"))
class ReferenceFactResourceTest {

    private static final String FACT =
            """
            {"authority": "United Kingdom", "list": "uk-sl", "imo": "9179842", "name": "ANGARA",
             "listedOn": "2024-07-31", "source": "UK Sanctions List"}
            """;

    @BeforeEach
    void aFreshService() {
        SanctionsApi.forgetEverything();
    }

    private static ValidatableResponse post(String token, String body) {
        return SanctionsApi.as(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("reference-facts")
                .then();
    }

    @Test
    void isRecordedOnce() {
        String id = post(Tokens.carl(), FACT).statusCode(201).extract().path("id");

        post(Tokens.carl(), FACT).statusCode(200).body("id", equalTo(id));
        SanctionsApi.get("reference-facts?imo=9179842")
                .body("items", hasSize(1))
                .body("items[0].recordedBy", equalTo("carl"));
    }

    @Test
    void answersForItsListFromItsDayOn() {
        post(Tokens.carl(), FACT).statusCode(201);

        SanctionsApi.get("vessels/9179842/listings?asOf=2024-07-30")
                .body("answers.find{it.list=='uk-sl'}.status", equalTo("not-listed"));
        SanctionsApi.get("vessels/9179842/listings?asOf=2024-07-31")
                .body("answers.find{it.list=='uk-sl'}.status", equalTo("listed"))
                .body("answers.find{it.list=='uk-sl'}.basis", equalTo("claimed"))
                .body("answers.find{it.list=='uk-sl'}.authority", equalTo("United Kingdom"));
    }

    @Test
    void saysNothingOfAnotherShip() {
        post(Tokens.carl(), FACT).statusCode(201);

        SanctionsApi.get("vessels/9187629/listings?asOf=2024-08-01")
                .body("answers.find{it.list=='uk-sl'}.status", equalTo("unknown"))
                .body("answers.find{it.list=='uk-sl'}.basis", equalTo("no-coverage"));
    }

    @Test
    void namesEveryFault() {
        post(
                        Tokens.carl(),
                        "{\"imo\": \"9179843\", \"list\": \"UK SL\", \"listedOn\": \"31/07/2024\"}")
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/authority", "/name", "/source", "/imo", "/list", "/listedOn"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1944-12-31", "0001-01-01", "-0001-01-01", "2999-01-01"})
    void isRefusedWithADayOnWhichNoListCanHaveNamedIt(String listedOn) {
        post(Tokens.carl(), FACT.replace("2024-07-31", listedOn))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/listedOn"))
                .body("detail", containsString("1945-01-01"));
    }

    @Test
    void isRefusedWithAFieldNobodyKnows() {
        post(Tokens.carl(), FACT.replace("\"source\"", "\"sauce\""))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/sauce"));
    }

    @Test
    void isRefusedWhenItIsNoJson() {
        post(Tokens.carl(), "{\"authority\": ").statusCode(400).body("code", equalTo("malformed"));
    }

    @Test
    void needsTheScope() {
        post(Tokens.integrator("cases:read"), FACT)
                .statusCode(403)
                .body("detail", containsString("lists:write"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9179843", "123", "ANGARA"})
    void aShipIsAskedForByAValidImoNumber(String imo) {
        SanctionsApi.get("vessels/{imo}/listings", imo)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("imo"));
    }
}
