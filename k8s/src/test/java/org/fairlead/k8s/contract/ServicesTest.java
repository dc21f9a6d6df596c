package org.fairlead.k8s.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fairlead.k8s.check.Rendered;
import org.fairlead.k8s.manifest.Container;
import org.fairlead.k8s.manifest.Manifests;
import org.fairlead.k8s.manifest.Workload;
import org.junit.jupiter.api.Test;

/// A service finds in the cluster what the launcher gives it on a laptop.
class ServicesTest {

    private static final Path VERIFY = Path.of("overlays/verify");
    private static final Path LAUNCHER =
            Path.of("../cli/src/main/java/org/fairlead/cli/service/ServicePart.java");
    private static final Pattern VARIABLE =
            Pattern.compile("environment\\.put\\(\\s*\"([A-Z_]+)\"");

    /// What the launcher gives to one service and to no other: the gateway gets secrets of the
    /// browser's login and the admin client's address.
    private static final Map<String, Set<String>> ONLY =
            Map.of(
                    "gateway",
                    Set.of(
                            "FAIRLEAD_KEYCLOAK_URL",
                            "QUARKUS_OIDC_CREDENTIALS_SECRET",
                            "QUARKUS_OIDC_AUTHENTICATION_STATE_SECRET",
                            "QUARKUS_OIDC_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET"),
                    "cases",
                    Set.of("CASES_SIGNER_SEED", "CASES_AUDIT_CHECKPOINT_DIRECTORY"));

    /// Who measures by sea: without the graph both would quietly go by straight lines.
    private static final Set<String> AT_SEA = Set.of("ais", "imagery");

    private static final Set<String> OF_THE_SEA =
            Set.of("FAIRLEAD_SEAS_GRAPH", "FAIRLEAD_SEAS_IMPORTED");

    /// In the cluster a service knows the addresses of those it calls, and of no others.
    private static final Pattern NEIGHBOUR =
            Pattern.compile("FAIRLEAD_(AIS|IMAGERY|SANCTIONS|CASES)_URL");

    @Test
    void areTheFiveThatTheLauncherRuns() throws IOException, InterruptedException {
        var services =
                Rendered.overlay(VERIFY).workloads().stream()
                        .filter(Workload::isService)
                        .map(workload -> workload.manifest().name());

        assertThat(services)
                .containsExactlyInAnyOrder("ais", "imagery", "sanctions", "cases", "gateway");
    }

    @Test
    void getEveryVariableOfTheLauncher() throws IOException, InterruptedException {
        var manifests = Rendered.overlay(VERIFY);
        var wanted = launcherVariables();
        wanted.removeIf(name -> NEIGHBOUR.matcher(name).matches());

        for (var service : Set.of("ais", "imagery", "sanctions", "cases", "gateway")) {
            var own = new TreeSet<>(wanted);
            ONLY.forEach((other, names) -> {
                assertThat(wanted).containsAll(names);
                if (!other.equals(service)) {
                    own.removeAll(names);
                }
            });
            assertThat(wanted).containsAll(OF_THE_SEA);
            if (!AT_SEA.contains(service)) {
                own.removeAll(OF_THE_SEA);
            }
            assertThat(variablesOf(service, manifests)).as(service).isNotEmpty().containsAll(own);
        }
    }

    @Test
    void tellTheSigningKeyToCasesAlone() throws IOException, InterruptedException {
        var manifests = Rendered.overlay(VERIFY);

        assertThat(variablesOf("cases", manifests)).contains("CASES_SIGNER_SEED");
        for (var service : Set.of("ais", "imagery", "sanctions", "gateway")) {
            assertThat(variablesOf(service, manifests))
                    .as(service)
                    .doesNotContain("CASES_SIGNER_SEED");
        }
    }

    /// The keys of the store of objects, by the names the imagery service reads.
    @Test
    void tellTheKeysOfTheBucketToImageryAlone() throws IOException, InterruptedException {
        var manifests = Rendered.overlay(Path.of("overlays/verify-objects"));

        assertThat(variablesOf("imagery", manifests))
                .contains(
                        "FAIRLEAD_CHIP_S3_BUCKET",
                        "FAIRLEAD_CHIP_S3_ENDPOINT",
                        "FAIRLEAD_CHIP_S3_REGION",
                        "FAIRLEAD_CHIP_S3_ACCESS_KEY",
                        "FAIRLEAD_CHIP_S3_SECRET_KEY");
        for (var service : Set.of("ais", "cases", "sanctions", "gateway")) {
            assertThat(variablesOf(service, manifests))
                    .as(service)
                    .noneMatch(name -> name.startsWith("FAIRLEAD_CHIP"));
        }
        assertThat(variablesOf("imagery", Rendered.overlay(VERIFY)))
                .noneMatch(name -> name.startsWith("FAIRLEAD_CHIP"));
    }

    /// The gateway's routes; the others' sources are in their own configuration.
    @Test
    void leaveTheGatewayNoRouteToGuess() throws IOException, InterruptedException {
        assertThat(variablesOf("gateway", Rendered.overlay(VERIFY)))
                .contains(
                        "FAIRLEAD_AIS_URL",
                        "FAIRLEAD_IMAGERY_URL",
                        "FAIRLEAD_SANCTIONS_URL",
                        "FAIRLEAD_CASES_URL");
    }

    private static Set<String> launcherVariables() throws IOException {
        return VARIABLE.matcher(Files.readString(LAUNCHER))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> variablesOf(String service, Manifests manifests) {
        return manifests.workloads().stream()
                .filter(workload -> workload.manifest().name().equals(service))
                .flatMap(workload -> workload.containers().stream())
                .flatMap(container -> variablesOf(container, manifests).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> variablesOf(Container container, Manifests manifests) {
        var names = new TreeSet<String>();
        container.each("env").map(variable -> variable.path("name").asText()).forEach(names::add);
        container
                .each("envFrom")
                .map(source -> source.at("/configMapRef/name").asText())
                .flatMap(name -> manifests.find("ConfigMap", name).stream())
                .map(map -> map.tree().path("data"))
                .map(JsonNode::fieldNames)
                .forEach(keys -> keys.forEachRemaining(names::add));
        return names;
    }
}
