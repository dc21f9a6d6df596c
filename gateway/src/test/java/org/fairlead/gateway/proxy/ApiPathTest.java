package org.fairlead.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/ais/v1",
                "/api/ais/v1/",
                "/api/ais/v1/vessels/123456789/track",
                "/api/sanctions/v1/listings/ofac-sdn/36%20B",
                "/api/cases/v1/cases/1/evidence/a.b..c/content",
                "/api/ais/v1/caf%C3%A9",
                "/api/ais/v1/a@b:c=d,e"
            })
    void passesPlainPathsUnchanged(String raw) {
        assertThat(ApiPath.parse(raw)).map(ApiPath::raw).contains(raw);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/api/ais/v2/x",
                "/api/ais/v1x",
                "/api/ais/v1/..",
                "/api/ais/v1/../x",
                "/api/ais/v1/.",
                "/api/ais/v1/a/./b",
                "/api/ais/v1//a",
                "/api/ais/v1/a//",
                "/api/ais/v1/a;b",
                "/api/ais/v1/a\\b",
                "/api/ais/v1/%2e%2e/x",
                "/api/ais/v1/.%2E/x",
                "/api/ais/v1/a%2Fb",
                "/api/ais/v1/a%5cb",
                "/api/ais/v1/a%3bb",
                "/api/ais/v1/a%252e",
                "/api/ais/v1/a%00",
                "/api/ais/v1/a%0d%0a",
                "/api/ais/v1/a%7f",
                "/api/ais/v1/a%",
                "/api/ais/v1/a%4",
                "/api/ais/v1/a%zz",
                "/api/ais/v1/a b",
                "/api/ais/v1/é",
                "/%61pi/ais/v1/a"
            })
    void refusesWhatTwoProgramsCouldReadDifferently(String raw) {
        assertThat(ApiPath.parse(raw)).isEmpty();
    }

    @Test
    void neverPassesAnythingThatNormalisingChanges() {
        var random = new Random(7);
        String[] pieces = {"/", ".", "..", "a", "%2e", "%2F", ";", "//", "%41", "b-c", "\\"};
        for (int round = 0; round < 50_000; round++) {
            var raw = new StringBuilder("/api/ais/v1");
            for (int piece = random.nextInt(6); piece >= 0; piece--) {
                raw.append(pieces[random.nextInt(pieces.length)]);
            }
            ApiPath.parse(raw.toString())
                    .ifPresent(path ->
                            assertThat(java.net.URI.create(path.raw()).normalize().toString())
                                    .isEqualTo(path.raw()));
        }
    }

    @Test
    void takesNoExponentialTimeForALongPath() {
        assertThat(ApiPath.parse("/api/ais/v1/" + "a/".repeat(4_000) + ";")).isEmpty();
    }
}
