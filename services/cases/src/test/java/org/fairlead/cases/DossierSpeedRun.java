package org.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.cases.Api.get;
import static org.fairlead.cases.Api.openCase;
import static org.fairlead.cases.Api.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Test;

/// How long the dossier of a large case takes. Run by hand; the figures are in docs/performance.md.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "cases"))
@QuarkusTestResource(FakeSources.class)
@QuarkusTestResource(Outside.class)
class DossierSpeedRun {

    private static final int EXHIBITS = 500;
    private static final int ROUNDS = 5;

    @Test
    void ofFiveHundredExhibits() {
        String id = openCase(Tokens.carl(), "500 exhibits");
        for (int i = 0; i < EXHIBITS; i++) {
            String href = "/api/imagery/v1/sightings/" + UUID.randomUUID();
            FakeSources.put(
                    href,
                    "{\"from\":\"2024-02-09T02:00:00Z\",\"to\":\"2024-02-09T02:00:00Z\",\"label\":\"place %d\",\"latitudeDegrees\":29.9,\"longitudeDegrees\":122.1,\"source\":\"a provider\",\"licence\":\"CC BY 4.0\"}"
                            .formatted(i));
            post(
                            Tokens.carl(),
                            "/cases/" + id + "/evidence",
                            Map.of(
                                    "kind",
                                    "sighting",
                                    "ref",
                                    Map.of("service", "imagery", "href", href)))
                    .then()
                    .statusCode(201);
        }
        byte[] first = new byte[0];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            byte[] zip =
                    get(Tokens.carl(), "/cases/" + id + "/export")
                            .then()
                            .statusCode(200)
                            .extract()
                            .asByteArray();
            System.out.printf(
                    "dossier of %d exhibits: %d ms, %d bytes%n",
                    EXHIBITS, (System.nanoTime() - start) / 1_000_000, zip.length);
            assertThat(round == 0 || java.util.Arrays.equals(first, zip)).isTrue();
            first = zip;
        }
    }
}
