package org.fairlead.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.gateway.DoorTest.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Test;

/// What the gateway itself answers tells of no case. A route of its own without a line here fails.
@QuarkusTest
class LeakTest {

    /// Each route with why it tells nothing, or the test that shows it.
    private static final Map<String, String> ROUTES =
            Map.ofEntries(
                    Map.entry(
                            "GET /api/events/v1",
                            "EventTest: judged by today's access, for the team acted for; sealed ids tell no pace"),
                    Map.entry("GET /api/me", "what the caller's own token says"),
                    Map.entry(
                            "GET /api/teams/{team}/people",
                            "members of a team the caller is in, from the identity provider: PeopleTest"),
                    Map.entry("GET /api/status", "which parts are well, the same for everybody"),
                    Map.entry(
                            "GET /api/openapi.json",
                            "the description of the API, the same for everybody"),
                    Map.entry("GET /api/credentials/v1/scopes", "the same for everybody"),
                    Map.entry(
                            "GET /api/credentials/v1",
                            "clients of a team, for its leads: CredentialTest; no case in it"),
                    Map.entry("POST /api/credentials/v1", "makes a client; no case in it"),
                    Map.entry(
                            "POST /api/credentials/v1/{clientId}/secret",
                            "of the team's own client, 404 for another's: CredentialTest"),
                    Map.entry(
                            "PUT /api/credentials/v1/{clientId}/state",
                            "of the team's own client, 404 for another's: CredentialTest"),
                    Map.entry(
                            "DELETE /api/credentials/v1/{clientId}",
                            "of the team's own client, 404 for another's: CredentialTest"),
                    Map.entry("GET /api/webhooks/v1", "addresses, not what is told: WebhookTest"),
                    Map.entry("POST /api/webhooks/v1", "makes an address; no case in it"),
                    Map.entry(
                            "GET /api/webhooks/v1/{id}",
                            "an address, 404 for another team's: WebhookTest"),
                    Map.entry(
                            "PATCH /api/webhooks/v1/{id}",
                            "an address, 404 for another team's: WebhookTest"),
                    Map.entry(
                            "DELETE /api/webhooks/v1/{id}",
                            "an address, 404 for another team's: WebhookTest"),
                    Map.entry(
                            "POST /api/webhooks/v1/{id}/secret",
                            "an address, 404 for another team's: WebhookTest"),
                    Map.entry(
                            "POST /api/webhooks/v1/{id}/ping",
                            "a message about nothing: WebhookTest"),
                    Map.entry(
                            "GET /api/webhooks/v1/{id}/deliveries",
                            "WebhookTest: only what its client sees today"),
                    Map.entry(
                            "POST /api/webhooks/v1/{id}/deliveries/{delivery}/replay",
                            "WebhookTest: judged anew before it goes out"));

    @Test
    void everyRouteOfItsOwnHasAReason() {
        Map<String, Map<String, Object>> paths =
                as(Tokens.carl())
                        .get("/api/openapi.json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("paths");
        var routes = new TreeSet<String>();
        paths.forEach((path, methods) -> {
            if (!path.matches("/api/(ais|imagery|sanctions|cases)/v1.*")) {
                methods.keySet().stream()
                        .filter(method ->
                                List.of("get", "post", "put", "patch", "delete").contains(method))
                        .forEach(
                                method -> routes.add(method.toUpperCase(Locale.ROOT) + " " + path));
            }
        });

        assertThat(routes).isNotEmpty().isSubsetOf(ROUTES.keySet());
    }

    /// The status, the body and the names of the headers of a refusal are those of the service: the
    /// door adds nothing by which one could be told from another.
    @Test
    void aRefusalLooksTheSameWhateverWasAskedFor() {
        String one = UUID.randomUUID().toString();
        String other = UUID.randomUUID().toString();

        Response first = as(Tokens.carl()).get("/api/cases/v1/cases/" + one);
        Response second = as(Tokens.carl()).get("/api/cases/v1/cases/" + other);

        assertThat(first.statusCode()).isEqualTo(second.statusCode());
        assertThat(first.headers().asList().stream().map(header -> header.getName()))
                .containsExactlyElementsOf(
                        second.headers().asList().stream()
                                .map(header -> header.getName())
                                .toList());
    }

    @Test
    void peopleOfAnotherTeamAreNobodys() {
        as(Tokens.carl()).get("/api/teams/team-pacific/people").then().statusCode(403);
    }
}
