package org.fairlead.k8s.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fairlead.k8s.check.Rendered;
import org.junit.jupiter.api.Test;

/// The parts the services stand on are those they are tested with.
class BackingTest {

    private static final Path VERIFY = Path.of("overlays/verify");
    private static final Path PLAIN = Path.of("backing/plain");
    private static final Path REALM =
            Path.of("../cli/src/main/resources/org/fairlead/cli/keycloak/realm.json");

    @Test
    void runTheVersionsOfTheBuild() throws IOException, InterruptedException {
        var postgresql = System.getProperty("postgresql.binaries.version");

        assertThat(imagesOfVerify())
                .contains(
                        "apache/kafka:" + System.getProperty("kafka.version"),
                        "keycloak/keycloak:" + System.getProperty("keycloak.version"),
                        // PostgreSQL has two numbers, its packaging a third.
                        "postgres:" + postgresql.substring(0, postgresql.lastIndexOf('.')));
    }

    @Test
    void fillEveryBlankOfTheRealm() throws IOException {
        var blanks = found("\\{\\{(\\w+)}}", Files.readString(REALM));
        var filled =
                found("(?m)^fill (\\w+) ", Files.readString(PLAIN.resolve("keycloak/prepare.sh")));

        assertThat(blanks).isNotEmpty().isEqualTo(filled);
    }

    @Test
    void haveADatabaseForEachService() throws IOException, InterruptedException {
        var made =
                found(
                        "(?m)^for name in (.*); do$",
                        Files.readString(PLAIN.resolve("postgresql/databases.sh")));
        var wanted =
                Rendered.overlay(VERIFY).workloads().stream()
                        .filter(workload -> workload.isService())
                        .map(workload -> workload.manifest().name())
                        .collect(Collectors.toSet());

        assertThat(made).hasSize(1);
        assertThat(made.iterator().next().split(" ")).containsExactlyInAnyOrderElementsOf(wanted);
    }

    private static List<String> imagesOfVerify() throws IOException, InterruptedException {
        return Rendered.overlay(VERIFY).workloads().stream()
                .flatMap(workload -> workload.containers().stream())
                .map(container -> container.tree().path("image").asText())
                .toList();
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
