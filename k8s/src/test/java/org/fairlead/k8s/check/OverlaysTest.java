package org.fairlead.k8s.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OverlaysTest {

    @ParameterizedTest
    @MethodSource("overlays")
    void renderToManifestsInWhichNothingIsWrong(Path overlay)
            throws IOException, InterruptedException {
        var manifests = Rendered.overlay(overlay);

        assertThat(manifests.workloads()).isNotEmpty();
        assertThat(Checker.check(manifests)).isEmpty();
    }

    static List<Path> overlays() throws IOException {
        try (var directories = Files.list(Path.of("overlays"))) {
            return directories.filter(Files::isDirectory).sorted().toList();
        }
    }
}
