package org.fairlead.sanctions.list;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.fairlead.lists.CanonicalListing;
import org.fairlead.lists.file.FileFormat;
import org.jboss.logging.Logger;

/// Reads a file set aside once more, for people to accept or reject it.
@ApplicationScoped
class ListDecisions {

    private static final Logger LOG = Logger.getLogger(ListDecisions.class);

    private final VersionStore versions;
    private final BlobStore blobs;
    private final Event<VersionsChanged> changed;

    @Inject
    ListDecisions(VersionStore versions, BlobStore blobs, Event<VersionsChanged> changed) {
        this.versions = versions;
        this.blobs = blobs;
        this.changed = changed;
    }

    /// Blocks: call it on a worker thread.
    Uni<ListVersionView> decide(ListSource source, int number, Verdict verdict) throws IOException {
        var version = versions.version(source.id(), number).await().indefinitely();
        var entries =
                verdict.isAccept() ? entries(version) : Optional.<List<CanonicalListing>>empty();
        return versions.decide(source, number, verdict, entries)
                .invoke(outcome ->
                        LOG.infof(
                                "list=%s version=%d verdict=%s by=%s status=%s",
                                outcome.list(),
                                outcome.number(),
                                verdict.slug(),
                                verdict.by(),
                                outcome.status()))
                .invoke(outcome -> {
                    if (outcome.is(ListVersionView.ACCEPTED)) {
                        changed.fire(new VersionsChanged(outcome.list(), outcome.number()));
                    }
                });
    }

    private Optional<List<CanonicalListing>> entries(ListVersionView version) throws IOException {
        var format = FileFormat.ofSlug(version.format());
        if (format.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream file = blobs.open(version.sha256())) {
            var listings = ListImporter.canonical(format.get().reader().read(file));
            return listings.isEmpty() ? Optional.empty() : Optional.of(listings);
        }
    }
}
