package org.fairlead.cli.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCacheTest {

    private static final Instant BUILT = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir private Path directory;

    private StartCache cache;

    @BeforeEach
    void aProgramAndNoCache() throws IOException {
        var program = write("program.jar", BUILT);
        cache = new StartCache(directory.resolve("kept.aot"), directory.resolve("draft"), program);
    }

    @Test
    void isNotLearnedUnasked() {
        assertThat(cache.options(false)).isEmpty();
        assertThat(cache.isLearning()).isFalse();
    }

    @Test
    void isWrittenByARunAskedToLearnAndUsedByTheNext() throws IOException {
        assertThat(cache.options(true)).containsExactly("-XX:AOTCacheOutput=" + cache.draft());
        assertThat(cache.isLearning()).isTrue();

        write("draft", BUILT.plusSeconds(60));
        cache.keep();

        assertThat(cache.isLearning()).isFalse();
        assertThat(cache.options(true)).containsExactly("-XX:AOTCache=" + cache.kept());
        assertThat(cache.draft()).doesNotExist();
    }

    @Test
    void isNotUsedForANewerProgram() throws IOException {
        write("kept.aot", BUILT.minusSeconds(60));

        assertThat(cache.options(false)).isEmpty();
    }

    @Test
    void isForgottenWhenTheLearningRunWasKilled() {
        assertThat(cache.options(true)).isNotEmpty();

        cache.keep();

        assertThat(cache.isLearning()).isFalse();
        assertThat(cache.kept()).doesNotExist();
    }

    private Path write(String name, Instant modified) throws IOException {
        var file = Files.writeString(directory.resolve(name), "");
        return Files.setLastModifiedTime(file, FileTime.from(modified));
    }
}
