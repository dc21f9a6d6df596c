package org.fairlead.gateway.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.contracts.problem.FieldError;
import org.fairlead.service.problem.ProblemException;
import org.junit.jupiter.api.Test;

class NewCredentialTest {

    @Test
    void namesEveryFieldThatNeedsACorrection() {
        assertThat(pointers(new NewCredential(" ", "ab", List.of("cases:read", "cases:own"), null)))
                .containsExactly("/team", "/name", "/scopes/1");
        assertThat(pointers(new NewCredential(null, null, List.of(), null)))
                .containsExactly("/team", "/name", "/scopes");
    }

    @Test
    void makesAnIdOfTheName() {
        assertThat(slug("AIS feed, Gulf")).isEqualTo("ais-feed-gulf");
        assertThat(slug("Приёмник")).isEqualTo("client");
        assertThat(slug("a".repeat(60))).hasSize(24);
    }

    private static String slug(String name) {
        return new NewCredential("team-gulf", name, List.of("ais:write"), null).checked().slug();
    }

    @Test
    void wantsNoPrivateKey() throws JsonProcessingException {
        assertThat(pointers(withKeys("{\"keys\":[{\"kty\":\"OKP\",\"x\":\"a\",\"d\":\"b\"}]}")))
                .containsExactly("/jwks/keys/0");
        assertThat(pointers(withKeys("{\"keys\":[]}"))).containsExactly("/jwks");
        assertThat(pointers(withKeys("{\"keys\":[{\"x\":\"a\"}]}")))
                .containsExactly("/jwks/keys/0/kty");
        assertThat(withKeys("{\"keys\":[{\"kty\":\"OKP\",\"x\":\"a\"}]}").checked().jwks())
                .isPresent();
    }

    private static NewCredential withKeys(String jwks) throws JsonProcessingException {
        return new NewCredential(
                "team-gulf", "AIS feed", List.of("ais:write"), new ObjectMapper().readTree(jwks));
    }

    private static List<String> pointers(NewCredential wish) {
        var pointers = new ArrayList<String>();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(wish::checked)
                .satisfies(fault ->
                        fault.errors().stream().map(FieldError::pointer).forEach(pointers::add));
        return pointers;
    }
}
