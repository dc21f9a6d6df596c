package org.fairlead.cli.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir private Path directory;

    @Test
    void areTheSameAtEveryStart() {
        var first = new Secrets(new StateDirectory(directory)).of("client.a");

        assertThat(new Secrets(new StateDirectory(directory)).of("client.a")).isEqualTo(first);
    }

    @Test
    void differFromOneAnotherAndNeedNoQuoting() {
        var secrets = new Secrets(new StateDirectory(directory));

        assertThat(secrets.of("a")).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(secrets.of("b"));
    }

    @Test
    void areReadableByTheirOwnerOnly() throws IOException {
        new Secrets(new StateDirectory(directory)).of("a");

        var permissions = Files.getPosixFilePermissions(directory.resolve("secrets.properties"));
        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    }
}
