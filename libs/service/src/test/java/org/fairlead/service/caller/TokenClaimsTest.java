package org.fairlead.service.caller;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TokenClaimsTest {

    @Nested
    class AMemberOfTwoTeams {

        private final Caller bo =
                TokenClaims.read(
                        token(
                                """
                                {"sub": "1ac5", "azp": "fairlead-gateway", "scope": "openid organization:*",
                                 "preferred_username": "bo", "name": "Bo Lindqvist",
                                 "realm_access": {"roles": ["audit-reader"]},
                                 "organization": {
                                   "team-pacific": {"id": "c8", "groups": ["/case-worker"],
                                                    "realm_access": {"roles": ["case-worker"]}},
                                   "team-gulf": {"id": "6e", "groups": ["/reviewer"],
                                                 "realm_access": {"roles": ["reviewer", "someone-elses-role"]}}}}
                                """));

        @Test
        void hasHisRoleInEach() {
            assertThat(bo.teams())
                    .isEqualTo(
                            Map.of(
                                    "team-gulf", Set.of(Role.REVIEWER),
                                    "team-pacific", Set.of(Role.CASE_WORKER)));
        }

        @Test
        void hasNoRoleOfOneTeamInTheOther() {
            assertThat(bo.has(Role.REVIEWER, "team-pacific")).isFalse();
        }

        @Test
        void isAPerson() {
            assertThat(bo.isMachine()).isFalse();
            assertThat(bo.displayName()).isEqualTo("Bo Lindqvist");
            assertThat(bo.realmRoles()).containsExactly("audit-reader");
        }
    }

    @Test
    void aServiceAccountIsAMachineOfItsTeamWithScopesAndWithoutRoles() {
        var integrator =
                TokenClaims.read(
                        token(
                                """
                                {"sub": "0534", "azp": "integrator-demo", "scope": "ais:write cases:read",
                                 "preferred_username": "service-account-integrator-demo",
                                 "organization": {"team-gulf": {"id": "6e", "groups": []}}}
                                """));

        assertThat(integrator.isMachine()).isTrue();
        assertThat(integrator.teams()).isEqualTo(Map.of("team-gulf", Set.of()));
        assertThat(integrator.hasScope("ais:write")).isTrue();
        assertThat(integrator.hasScope("ais")).isFalse();
    }

    @Test
    void aTokenWithoutTeamsBelongsNowhere() {
        assertThat(TokenClaims.read(token("{\"sub\": \"x\"}")).teams()).isEmpty();
    }

    @Test
    void aClaimOfAnotherShapeGrantsNothing() {
        var odd =
                TokenClaims.read(
                        token("{\"sub\": \"x\", \"organization\": {\"team-gulf\": \"lead\"}}"));

        assertThat(odd.teams()).isEqualTo(Map.of("team-gulf", Set.of()));
    }

    private static JsonWebToken token(String claims) {
        var json = Json.createReader(new StringReader(claims)).readObject();
        return new JsonWebToken() {
            @Override
            public String getName() {
                return "test";
            }

            @Override
            public Set<String> getClaimNames() {
                return json.keySet();
            }

            @Override
            @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
            public <T> @Nullable T getClaim(String name) {
                var value = json.get(name);
                return (T)
                        (value instanceof jakarta.json.JsonString text ? text.getString() : value);
            }
        };
    }
}
