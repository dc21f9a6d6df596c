package org.fairlead.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshnessTest {

    private static final Instant BUILT = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir private Path root;

    @BeforeEach
    void aBuiltServiceAndALibrary() throws IOException {
        write("pom.xml", BUILT.minusSeconds(60));
        write("libs/seas/pom.xml", BUILT.minusSeconds(60));
        write("libs/seas/src/main/java/Sea.java", BUILT.minusSeconds(60));
        write("services/ais/pom.xml", BUILT.minusSeconds(60));
        write("services/ais/src/main/java/Ais.java", BUILT.minusSeconds(60));
        write("services/ais/target/quarkus-app/quarkus-run.jar", BUILT);
    }

    @Test
    void isGivenWhenNothingIsNewer() throws IOException {
        // A test, a build's own product and a note are no part of the application.
        write("services/ais/src/test/java/AisTest.java", BUILT.plusSeconds(60));
        write("services/ais/src/main/webui/node_modules/x/index.js", BUILT.plusSeconds(60));
        write("README.md", BUILT.plusSeconds(60));

        assertThat(stale()).isEmpty();
    }

    @Test
    void isLostToANewerSourceLibraryOrPom() throws IOException {
        for (var file :
                List.of(
                        "services/ais/src/main/java/Ais.java",
                        "services/ais/pom.xml",
                        "libs/seas/src/main/java/Sea.java",
                        "libs/seas/pom.xml",
                        "pom.xml")) {
            write(file, BUILT.plusSeconds(60));

            assertThat(stale()).as(file).containsExactly("services/ais");

            write(file, BUILT.minusSeconds(60));
        }
    }

    @Test
    void isMissingBeforeTheFirstBuild() throws IOException {
        Files.delete(root.resolve("services/ais/target/quarkus-app/quarkus-run.jar"));

        assertThat(stale()).containsExactly("services/ais");
    }

    private List<String> stale() {
        return new Freshness(new Workspace(root)).stale(List.of("services/ais"));
    }

    private void write(String name, Instant modified) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(modified));
    }
}
