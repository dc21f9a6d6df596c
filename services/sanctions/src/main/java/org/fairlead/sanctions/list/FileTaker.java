package org.fairlead.sanctions.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

/// The import as the downloads see it. Blocking: worker threads only.
@ApplicationScoped
public class FileTaker {

    private final ListImporter importer;
    private final VersionStore versions;
    private final BlobStore blobs;

    @Inject
    FileTaker(ListImporter importer, VersionStore versions, BlobStore blobs) {
        this.importer = importer;
        this.versions = versions;
        this.blobs = blobs;
    }

    /// A new empty file on the platform's own disk; the caller deletes it.
    public Path newPart() throws IOException {
        return blobs.newPart();
    }

    /// @return what became of it: `accepted`, `unchanged` or `quarantined`
    public String take(ListSource source, InputStream body, Instant observedAt, String takenBy)
            throws IOException {
        var taken =
                importer.take(source, body, new ListImporter.Handover(observedAt, null, takenBy))
                        .await()
                        .indefinitely();
        return taken.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /// The publisher says that its file is still the one that came last.
    public void seenAgain(ListSource source, Instant observedAt, String takenBy) {
        var last = versions.last(source.id()).await().indefinitely();
        last.ifPresent(version -> takeAgain(source, version, observedAt, takenBy));
    }

    private void takeAgain(
            ListSource source, ListVersionView version, Instant observedAt, String takenBy) {
        try (InputStream file = blobs.open(version.sha256())) {
            var unused = take(source, file, observedAt, takenBy);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
