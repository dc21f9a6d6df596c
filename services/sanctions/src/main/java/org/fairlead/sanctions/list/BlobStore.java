package org.fairlead.sanctions.list;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fairlead.lists.archive.VersionArchive;
import org.jspecify.annotations.Nullable;

/// The service's archive of raw files. Blocking: worker threads only.
@ApplicationScoped
class BlobStore {

    private final Path spool;
    private final VersionArchive archive;

    @Inject
    BlobStore(@ConfigProperty(name = "fairlead.state-dir") Path stateDir) {
        this.spool = stateDir.resolve("spool");
        this.archive = new VersionArchive(stateDir.resolve("blobs"), spool);
    }

    /// Uploads that a crash cut off will not be taken up again.
    void forgetUnfinished(@Observes StartupEvent event) throws IOException {
        Files.createDirectories(spool);
        try (var parts = Files.newDirectoryStream(spool, "list-*.part")) {
            for (Path part : parts) {
                Files.deleteIfExists(part);
            }
        }
    }

    /// A kept file: `sizeBytes` and `sha256` are of the raw bytes.
    record Blob(String sha256, long sizeBytes) {}

    /// A new empty file to write to; the caller deletes it.
    Path newPart() throws IOException {
        return archive.newPart();
    }

    /// Keeps a file for good before anything is said about it: what was seen stays seen.
    ///
    /// @param before the file's predecessor; absent for a list's first
    Blob keep(Path raw, @Nullable String before) throws IOException {
        var kept = archive.keep(raw, before);
        return new Blob(kept.sha256(), kept.sizeBytes());
    }

    InputStream open(String sha256) throws IOException {
        return archive.open(sha256);
    }

    /// Bytes at rest, compressed; 0 for one that is not there.
    long storedBytes(String sha256) throws IOException {
        return archive.storedBytes(sha256);
    }
}
