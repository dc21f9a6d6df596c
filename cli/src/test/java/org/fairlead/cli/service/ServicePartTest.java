package org.fairlead.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.fairlead.cli.build.Workspace;
import org.fairlead.cli.part.Site;
import org.fairlead.cli.state.Secrets;
import org.fairlead.cli.state.Settings;
import org.fairlead.cli.state.StateDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServicePartTest {

    @TempDir private Path directory;

    private Map<String, String> environmentOf(String name, int port) {
        var state = new StateDirectory(directory).create();
        var site =
                new Site(
                        new Workspace(directory),
                        state,
                        new Settings(9000, false),
                        new Secrets(state),
                        false);
        return new ServicePart(site, name, "services/" + name, port, 256).environment();
    }

    @Test
    void runsOnItsOwnDatabaseAndMigratesAsItsOwner() {
        var environment = environmentOf("ais", 9001);

        assertThat(environment)
                .containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1")
                .containsEntry("QUARKUS_HTTP_PORT", "9001")
                .containsEntry("QUARKUS_DATASOURCE_USERNAME", "ais")
                .containsEntry("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://127.0.0.1:9007/ais")
                .containsEntry(
                        "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:9007/ais")
                .containsEntry("QUARKUS_FLYWAY_USERNAME", "ais_owner")
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9008")
                .containsEntry(
                        "QUARKUS_OIDC_AUTH_SERVER_URL", "http://localhost:9005/realms/fairlead")
                .containsEntry("FAIRLEAD_CASES_URL", "http://127.0.0.1:9004")
                .containsEntry("FAIRLEAD_DEMO", "false");
        assertThat(environment.get("QUARKUS_FLYWAY_PASSWORD"))
                .isNotEqualTo(environment.get("QUARKUS_DATASOURCE_PASSWORD"));
    }

    @Test
    void tellsTheLoginSecretsToTheGatewayOnly() {
        assertThat(environmentOf("gateway", 9000)).containsKey("QUARKUS_OIDC_CREDENTIALS_SECRET");
        assertThat(environmentOf("ais", 9001)).doesNotContainKey("QUARKUS_OIDC_CREDENTIALS_SECRET");
    }

    @Test
    void tellsTheSigningKeyToCasesOnly() {
        assertThat(environmentOf("cases", 9004)).containsKey("CASES_SIGNER_SEED");
        assertThat(environmentOf("gateway", 9000)).doesNotContainKey("CASES_SIGNER_SEED");
    }

    @Test
    void tellsImageryAndAisWhereTheSeaIs() {
        assertThat(environmentOf("ais", 9001)).containsKey("FAIRLEAD_SEAS_GRAPH");
        assertThat(environmentOf("imagery", 9002))
                .containsKeys("FAIRLEAD_SEAS_GRAPH", "FAIRLEAD_SEAS_IMPORTED");
    }
}
