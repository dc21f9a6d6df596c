package org.fairlead.sanctions.list;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
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

    /// Publishers write local time, some without an offset.
    private static final Duration TIME_ZONES = Duration.ofDays(1);

    private final Intake intake;
    private final VersionStore versions;
    private final CurrentEntries current;
    private final Event<VersionsChanged> changed;

    @Inject
    ListImporter(
            Intake intake,
            VersionStore versions,
            CurrentEntries current,
            Event<VersionsChanged> changed) {
        this.intake = intake;
        this.versions = versions;
        this.current = current;
        this.changed = changed;
    }

    /// How a file was handed in.
    ///
    /// @param observedAt when it was seen to be the publisher's
    /// @param publishedAt for files that do not say it themselves
    record Handover(Instant observedAt, @Nullable Instant publishedAt, String takenBy) {}

    /// Blocks while the body comes in and is read: call it on a worker thread.
    Uni<Taken> take(ListSource source, InputStream body, Handover handover) throws IOException {
        return versions.take(submission(source, body, handover))
                .invoke(ListImporter::log)
                .invoke(this::tell);
    }

    private void tell(Taken taken) {
        if (taken instanceof Taken.Accepted accepted) {
            changed.fire(
                    new VersionsChanged(accepted.version().list(), accepted.version().number()));
        }
    }

    /// What [#take] would do; nothing is changed but that the bytes are kept.
    Uni<DryRun> rehearse(ListSource source, InputStream body, Handover handover)
            throws IOException {
        return versions.rehearse(submission(source, body, handover));
    }

    private Submission submission(ListSource source, InputStream body, Handover handover)
            throws IOException {
        var base = versions.base(source.id()).await().indefinitely();
        var file = intake.take(source, body, base.orElse(null));
        Instant published = handover.publishedAt();
        if (file.reading() instanceof Reading.Read read) {
            published = read.publishedAt() == null ? published : read.publishedAt();
            refuseObservationBefore(published, handover.observedAt());
        }
        return new Submission(
                source,
                file,
                file.reading() instanceof Reading.Read read
                        ? current.canonical(source.id(), read.listings())
                        : List.of(),
                handover.observedAt(),
                published,
                handover.takenBy());
    }

    static List<CanonicalListing> canonical(Reading reading) {
        return switch (reading) {
            case Reading.Read read -> read.listings().stream().map(CanonicalListing::of).toList();
            case Reading.Refused refused -> List.of();
        };
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
                "list=%s version=%d outcome=%s format=%s listings=%d added=%d changed=%d removed=%d reason=%s",
                version.list(),
                version.number(),
                taken.getClass().getSimpleName(),
                version.format(),
                version.listings(),
                version.added(),
                version.changed(),
                version.removed(),
                version.reason());
    }
}
