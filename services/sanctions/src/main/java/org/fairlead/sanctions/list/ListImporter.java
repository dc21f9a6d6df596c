package org.fairlead.sanctions.list;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.fairlead.lists.CanonicalListing;
import org.fairlead.lists.Reading;
import org.fairlead.service.problem.ProblemException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Takes a publisher's file in: keeps its bytes, reads them, then changes the list in one
/// transaction or sets the file aside.
@ApplicationScoped
class ListImporter {

    private static final Logger LOG = Logger.getLogger(ListImporter.class);

    private final BlobStore blobs;
    private final VersionStore versions;

    @Inject
    ListImporter(BlobStore blobs, VersionStore versions) {
        this.blobs = blobs;
        this.versions = versions;
    }

    /// Publishers write local time, some without an offset.
    private static final Duration TIME_ZONES = Duration.ofDays(1);

    /// Blocks while the body comes in and is read: call it on a worker thread.
    Uni<Taken> take(ListSource source, InputStream body, Instant observedAt, String takenBy)
            throws IOException {
        var blob = blobs.keep(body);
        Reading reading;
        try (InputStream file = blobs.open(blob.sha256())) {
            reading = source.format().read(file);
        }
        if (reading instanceof Reading.Read read) {
            refuseObservationBefore(read.publishedAt(), observedAt);
        }
        List<CanonicalListing> listings =
                switch (reading) {
                    case Reading.Read read ->
                            read.listings().stream().map(CanonicalListing::of).toList();
                    case Reading.Refused refused -> List.of();
                };
        return versions.take(new Submission(source, blob, reading, listings, observedAt, takenBy))
                .invoke(ListImporter::log);
    }

    /// Nobody can have seen a file before its publisher made it; an answer for that day would rest
    /// on nothing.
    private static void refuseObservationBefore(@Nullable Instant publishedAt, Instant observedAt) {
        if (publishedAt != null && observedAt.isBefore(publishedAt.minus(TIME_ZONES))) {
            throw ProblemException.invalid(
                    "observedAt",
                    "%s lies before the file was published: it says %s itself"
                            .formatted(observedAt, publishedAt));
        }
    }

    private static void log(Taken taken) {
        var version = taken.version();
        LOG.infof(
                "list=%s version=%d outcome=%s listings=%d added=%d changed=%d removed=%d reason=%s",
                version.list(),
                version.number(),
                taken.getClass().getSimpleName(),
                version.listings(),
                version.added(),
                version.changed(),
                version.removed(),
                version.reason());
    }
}
