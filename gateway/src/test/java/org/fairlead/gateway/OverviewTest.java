package org.fairlead.gateway;

import static org.fairlead.gateway.DoorTest.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OverviewTest {

    @Test
    void saysWhichPartsAreWell() {
        as(Tokens.carl())
                .get("/api/status")
                .then()
                .statusCode(200)
                .body(
                        "parts.findAll { it.status == 'up' }.name",
                        containsInAnyOrder("gateway", "identity-provider", "ais", "cases"))
                .body(
                        "parts.findAll { it.status == 'down' }.name",
                        containsInAnyOrder("imagery", "sanctions"));
    }

    @Test
    void describesAllServicesThatAnswerAndNamesTheOthers() {
        as(Tokens.carl())
                .get("/api/openapi.json")
                .then()
                .statusCode(200)
                .body("openapi", equalTo("3.1.0"))
                .body("paths.'/api/cases/v1/inbox'.get.operationId", equalTo("cases.inbox"))
                .body("paths.'/api/cases/v1/inbox'.get.tags", contains("cases"))
                .body(
                        "components.schemas.'cases.Page'.properties.items.items.'$ref'",
                        equalTo("#/components/schemas/cases.Lead"))
                .body("paths.'/api/me'", notNullValue())
                .body("'x-fairlead-missing'", containsInAnyOrder("imagery", "sanctions"));
    }
}
