package org.fairlead.k8s.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fairlead.k8s.finding.Finding;
import org.fairlead.k8s.manifest.Manifests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The checker is checked: it says nothing of what is sound, and of each defect that one thing.
class DefectsTest {

    private static final Path CHECKS = Path.of("checks");

    @Test
    void saysNothingOfWhatIsSound() throws IOException {
        assertThat(Checker.check(sound())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("defects")
    void rejectsTheDefectForWhatItIs(Defect defect) throws IOException {
        var broken = defect.in(sound());

        assertThat(broken).isNotEqualTo(sound());
        assertThat(Checker.check(broken))
                .isNotEmpty()
                .extracting(Finding::rule)
                .containsOnly(defect.rule());
    }

    @Test
    void haveOneOfEveryRule() throws IOException {
        assertThat(defects()).extracting(Defect::rule).containsAll(Checker.rules());
    }

    private static Manifests sound() throws IOException {
        return Manifests.parse(Files.readString(CHECKS.resolve("sound.yaml")));
    }

    static List<Defect> defects() throws IOException {
        try (var files = Files.list(CHECKS.resolve("defects"))) {
            return files.sorted().map(DefectsTest::read).toList();
        }
    }

    private static Defect read(Path file) {
        try {
            return Defect.read(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
