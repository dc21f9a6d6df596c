package org.fairlead.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PidFileTest {

    @TempDir private Path directory;

    @Test
    void remembersAProcess() {
        var self = ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();
        var file = new PidFile(directory.resolve("ais.pid"));

        file.write(self);

        assertThat(file.read()).hasValue(self);
        assertThat(file.running()).hasValue(self);
    }

    @Test
    void knowsAProcessThatIsGoneButDoesNotCallItRunning() {
        var gone = new ProcessIdentity(ProcessHandle.current().pid(), "another boot:1");
        var file = new PidFile(directory.resolve("ais.pid"));

        file.write(gone);

        assertThat(file.read()).hasValue(gone);
        assertThat(file.running()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "abc\nbirth\n", "1\n2\n3\n"})
    void saysNothingWhenDamaged(String text) throws IOException {
        var file = directory.resolve("ais.pid");
        Files.writeString(file, text);

        assertThat(new PidFile(file).read()).isEmpty();
    }

    @Test
    void saysNothingWhenMissingOrRemoved() {
        var file = new PidFile(directory.resolve("ais.pid"));
        assertThat(file.read()).isEmpty();

        file.write(new ProcessIdentity(1, "x"));
        file.remove();

        assertThat(file.read()).isEmpty();
    }
}
