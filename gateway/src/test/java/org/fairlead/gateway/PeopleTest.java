package org.fairlead.gateway;

import static org.fairlead.gateway.DoorTest.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PeopleTest {

    FakeProvider provider;

    @AfterEach
    void restore() {
        provider.isWell = true;
    }

    @Test
    void listsMembersWithTheirRoles() {
        as(Tokens.carl())
                .get("/api/teams/team-gulf/people")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].username", equalTo("bo"))
                .body("items[0].displayName", equalTo("Bo Lindqvist"))
                .body("items[0].roles", contains("case-worker"))
                .body("items[0].isMachine", equalTo(false))
                .body("items[1].isMachine", equalTo(true));
    }

    @Test
    void tellsNothingOfOtherTeams() {
        as(Tokens.chen())
                .get("/api/teams/team-gulf/people")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("forbidden"));
    }

    @Test
    void greetsByTheTeamsAliasWhileTheProviderIsAwayForLong() {
        as(Tokens.chen())
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("teams[0].id", equalTo("team-pacific"))
                .body("teams[0].name", equalTo("team-pacific"));
    }

    @Test
    void servesWhatItLastKnewWhileTheProviderIsAwayForAMoment() {
        as(Tokens.carl()).get("/api/teams/team-gulf/people").then().statusCode(200);
        provider.isWell = false;

        as(Tokens.carl())
                .get("/api/teams/team-gulf/people")
                .then()
                .statusCode(200)
                .body("items", hasSize(2));
    }
}
