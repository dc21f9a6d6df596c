package org.fairlead.lists;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Publishers' own files, kept beside the project and not in it.
public final class RealFiles {

    private RealFiles() {}

    /// A file of `shared/data/sanctions`, found by walking up from the module; the test is skipped,
    /// with a sentence that says so, where it is absent.
    public static Path path(String name) {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            var file = at.resolve("shared/data/sanctions").resolve(name);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        var missing = "SKIPPED: " + name + " is not in shared/data/sanctions beside the project";
        System.err.println(missing);
        assumeThat(false).as(missing).isTrue();
        throw new IllegalStateException(missing);
    }

    public static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(path(name));
    }
}
