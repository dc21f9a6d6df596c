package org.fairlead.nmea;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;

/// Recorded traffic and other decoders' answers, kept beside the project and not in it.
final class RealData {

    private RealData() {}

    /// A file of `shared/data/ais`, found by walking up from the module; the test is skipped, with
    /// a sentence that says so, where it is absent.
    static Path file(String name) {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            for (var root : new String[] {"shared", "../shared"}) {
                var file = at.resolve(root).resolve("data/ais").resolve(name).normalize();
                if (Files.isRegularFile(file)) {
                    return file;
                }
            }
        }
        var missing = "SKIPPED: " + name + " is not in shared/data/ais beside the project";
        System.err.println(missing);
        assumeThat(false).as(missing).isTrue();
        throw new IllegalStateException(missing);
    }
}
