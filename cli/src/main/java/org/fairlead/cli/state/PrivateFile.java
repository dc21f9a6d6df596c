package org.fairlead.cli.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

/// A properties file only its owner reads, replaced whole so that a crash leaves the old or the new
/// one.
final class PrivateFile {

    private PrivateFile() {}

    static void write(Path file, Properties values) {
        var owner =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            var draft =
                    Files.createTempFile(
                            file.getParent(), file.getFileName().toString(), ".tmp", owner);
            try (var writer = Files.newBufferedWriter(draft)) {
                values.store(writer, null);
            }
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
