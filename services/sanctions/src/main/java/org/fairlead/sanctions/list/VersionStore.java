package org.fairlead.sanctions.list;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fairlead.lists.Listing;
import org.fairlead.lists.Reading;
import org.fairlead.messaging.outbox.Outbox;
import org.fairlead.messaging.outbox.OutboxEvent;
import org.fairlead.service.problem.ProblemException;

/// Makes a submitted file a version, in one transaction: rows, counts, events, re-screening.
@ApplicationScoped
class VersionStore {

    private final Pool pool;
    private final VersionRowStore versions;
    private final ListingRowStore listings;
    private final Outbox outbox;
    private final VersionListener listener;
    private final RereadStore reread;
    private final Acceptance acceptance;

    @Inject
    VersionStore(
            Pool pool,
            VersionRowStore versions,
            ListingRowStore listings,
            Outbox outbox,
            VersionListener listener,
            RereadStore reread,
            AcceptancePolicy policy) {
        this.pool = pool;
        this.versions = versions;
        this.listings = listings;
        this.outbox = outbox;
        this.listener = listener;
        this.reread = reread;
        this.acceptance = new Acceptance(policy);
    }

    /// @throws ProblemException `backfill-order` for other bytes than the known ones, observed
    ///   before the newest version was
    Uni<Taken> take(Submission submission) {
        return pool.withTransaction(connection ->
                CorpusLock.exclusive(connection)
                        .chain(() -> reread.ensureCurrent(connection, submission.source()))
                        .chain(() -> versions.of(connection, submission.list()))
                        .chain(known -> place(connection, submission, known)));
    }

    private Uni<Taken> place(
            SqlConnection connection, Submission submission, List<ListVersionView> known) {
        var refusedBefore = refusedBefore(submission, known);
        if (refusedBefore.isPresent()) {
            return Uni.createFrom().item(new Taken.Quarantined(refusedBefore.get()));
        }
        return switch (submission.reading()) {
            case Reading.Refused refused ->
                    quarantine(connection, submission, known, refused.reason());
            case Reading.Read read -> placeRead(connection, submission, read, known);
        };
    }

    /// The same bytes set aside since the newest accepted version: one attempt, not two.
    private static Optional<ListVersionView> refusedBefore(
            Submission submission, List<ListVersionView> known) {
        return known.reversed().stream()
                .takeWhile(version -> version.status().equals(ListVersionView.QUARANTINED))
                .filter(version -> version.sha256().equals(submission.blob().sha256()))
                .findFirst();
    }

    private Uni<Taken> placeRead(
            SqlConnection connection,
            Submission submission,
            Reading.Read read,
            List<ListVersionView> known) {
        var accepted =
                known.stream()
                        .filter(version -> version.status().equals(ListVersionView.ACCEPTED))
                        .toList();
        var spans = accepted.stream().map(VersionStore::span).toList();
        return switch (Placement.of(spans, submission.blob().sha256(), submission.observedAt())) {
            case Placement.Seen seen ->
                    versions.extend(connection, submission.list(), seen.span())
                            .map(Taken.Unchanged::new);
            case Placement.OutOfOrder late ->
                    throw new ProblemException(
                            SanctionsProblem.BACKFILL_ORDER,
                            "Observed %s, but version %d of %s was observed %s. Take files in from the oldest to the newest."
                                    .formatted(
                                            submission.observedAt(),
                                            late.newest().number(),
                                            submission.list(),
                                            late.newest().lastObserved()));
            case Placement.Newest newest -> judge(connection, submission, read, known, accepted);
        };
    }

    private static VersionSpan span(ListVersionView version) {
        return new VersionSpan(
                version.number(), version.sha256(), version.observedAt(), version.lastObservedAt());
    }

    private Uni<Taken> judge(
            SqlConnection connection,
            Submission submission,
            Reading.Read read,
            List<ListVersionView> known,
            List<ListVersionView> accepted) {
        return listings.current(connection, submission.list())
                .chain(current -> {
                    var objection =
                            accepted.isEmpty()
                                    ? Optional.<String>empty()
                                    : acceptance.objection(
                                            read,
                                            before(accepted.getLast(), current.ships()),
                                            submission.observedAt());
                    return objection.isPresent()
                            ? quarantine(connection, submission, known, objection.get())
                            : accept(connection, submission, known, accepted, current);
                });
    }

    private static Acceptance.Before before(ListVersionView last, Map<String, KnownShip> ships) {
        return new Acceptance.Before(
                last.number(), last.listings(), last.lastObservedAt(), last.publishedAt(), ships);
    }

    private Uni<Taken> quarantine(
            SqlConnection connection,
            Submission submission,
            List<ListVersionView> known,
            String reason) {
        var version =
                view(submission, known, ListVersionView.QUARANTINED, new int[] {0, 0, 0}, reason);
        return versions.insert(connection, version, submission.takenBy())
                .chain(() -> outbox.append(connection, List.of(ListEvents.of(version))))
                .replaceWith(new Taken.Quarantined(version));
    }

    private Uni<Taken> accept(
            SqlConnection connection,
            Submission submission,
            List<ListVersionView> known,
            List<ListVersionView> accepted,
            ListingRowStore.Current current) {
        var difference = Difference.of(current.hashById(), submission.listings());
        var counts =
                new int[] {
                    difference.added().size(),
                    difference.changed().size(),
                    difference.removed().size()
                };
        var version = view(submission, known, ListVersionView.ACCEPTED, counts, null);
        var isBaseline = accepted.isEmpty();
        return changeEvents(connection, version, difference, isBaseline)
                .chain(events ->
                        write(connection, submission, version, difference, accepted)
                                .chain(() -> outbox.append(connection, events)))
                .chain(() ->
                        listener.becameCurrent(
                                connection, version.list(), version.number(), version.observedAt()))
                .replaceWith(new Taken.Accepted(version));
    }

    private Uni<Void> write(
            SqlConnection connection,
            Submission submission,
            ListVersionView version,
            Difference difference,
            List<ListVersionView> accepted) {
        int previous = accepted.isEmpty() ? 0 : accepted.getLast().number();
        return versions.insert(connection, version, submission.takenBy())
                .chain(() ->
                        listings.apply(
                                connection, version.list(), version.number(), previous, difference))
                .chain(() -> versions.makeCurrent(connection, version));
    }

    /// Read before the rows change. A first version is a baseline: it tells of no changes.
    private Uni<List<OutboxEvent>> changeEvents(
            SqlConnection connection,
            ListVersionView version,
            Difference difference,
            boolean isBaseline) {
        if (isBaseline) {
            return Uni.createFrom().item(List.of(ListEvents.of(version)));
        }
        var addedIds =
                difference.added().stream().map(entry -> entry.listing().sourceId()).toList();
        var before = new ArrayList<>(difference.removed());
        difference.changed().forEach(entry -> before.add(entry.listing().sourceId()));
        return listings.everListed(connection, version.list(), addedIds)
                .chain(relisted ->
                        listings.canonical(connection, version.list(), before)
                                .map(canonical ->
                                        events(version, difference, relisted, canonical)));
    }

    private static List<OutboxEvent> events(
            ListVersionView version,
            Difference difference,
            Set<String> relisted,
            Map<String, String> canonicalBefore) {
        var events = new ArrayList<OutboxEvent>();
        events.add(ListEvents.of(version));
        events.addAll(ListEvents.changes(version, difference, relisted, canonicalBefore));
        return events;
    }

    private static ListVersionView view(
            Submission submission,
            List<ListVersionView> known,
            String status,
            int[] counts,
            @org.jspecify.annotations.Nullable String reason) {
        long vessels =
                submission.listings().stream()
                        .filter(entry -> entry.listing().type().equals(Listing.VESSEL))
                        .count();
        return new ListVersionView(
                submission.list(),
                known.isEmpty() ? 1 : known.getLast().number() + 1,
                status,
                submission.blob().sha256(),
                submission.blob().sizeBytes(),
                truncated(submission.observedAt()),
                truncated(submission.observedAt()),
                submission.reading() instanceof Reading.Read read ? read.publishedAt() : null,
                submission.listings().size(),
                (int) vessels,
                counts[0],
                counts[1],
                counts[2],
                reason);
    }

    // PostgreSQL keeps microseconds: say what will be read back.
    private static java.time.Instant truncated(java.time.Instant instant) {
        return instant.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }
}
