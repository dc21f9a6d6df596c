package org.fairlead.sanctions.list;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fairlead.lists.CanonicalListing;
import org.fairlead.lists.Listing;
import org.fairlead.lists.Reading;
import org.fairlead.lists.file.FileFormat;
import org.fairlead.messaging.outbox.Outbox;
import org.fairlead.messaging.outbox.OutboxEvent;
import org.fairlead.service.problem.ProblemException;
import org.fairlead.service.problem.ServiceProblem;
import org.jspecify.annotations.Nullable;

/// Makes a submitted file a version, in one transaction: rows, counts, events, re-screening.
@ApplicationScoped
class VersionStore {

    private final Pool pool;
    private final VersionRowStore versions;
    private final ListingRowStore listings;
    private final CurrentEntries entries;
    private final Outbox outbox;
    private final VersionListener listener;
    private final RereadStore reread;
    private final Acceptance acceptance;

    @Inject
    VersionStore(
            Pool pool,
            VersionRowStore versions,
            ListingRowStore listings,
            CurrentEntries entries,
            Outbox outbox,
            VersionListener listener,
            RereadStore reread,
            AcceptancePolicy policy) {
        this.pool = pool;
        this.versions = versions;
        this.listings = listings;
        this.entries = entries;
        this.outbox = outbox;
        this.listener = listener;
        this.reread = reread;
        this.acceptance = new Acceptance(policy);
    }

    /// @throws ProblemException `not-found` when there is no such version
    Uni<ListVersionView> version(String list, int number) {
        return pool.withTransaction(connection -> versions.of(connection, list))
                .map(known ->
                        known.stream()
                                .filter(version -> version.number() == number)
                                .findFirst()
                                .orElseThrow(ProblemException::notFound));
    }

    /// The file that came last, whatever became of it.
    Uni<Optional<ListVersionView>> last(String list) {
        return pool.withTransaction(connection -> versions.of(connection, list))
                .map(known -> known.isEmpty() ? Optional.empty() : Optional.of(known.getLast()));
    }

    /// The version that serves now.
    Uni<Optional<Intake.Base>> base(String list) {
        return pool.withTransaction(connection -> versions.of(connection, list))
                .map(known ->
                        known.stream()
                                .filter(version -> version.is(ListVersionView.ACCEPTED))
                                .reduce((earlier, later) -> later)
                                .map(version ->
                                        new Intake.Base(version.number(), version.sha256())));
    }

    /// @throws ProblemException `backfill-order` for other bytes than the known ones, observed
    ///   before the newest version was
    Uni<Taken> take(Submission submission) {
        return pool.withTransaction(connection ->
                begin(connection, submission).chain(known -> place(connection, submission, known)));
    }

    private Uni<List<ListVersionView>> begin(SqlConnection connection, Submission submission) {
        return CorpusLock.exclusive(connection)
                .chain(() -> reread.ensureCurrent(connection, submission.source()))
                .chain(() -> versions.of(connection, submission.list()));
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
                .takeWhile(version -> !version.is(ListVersionView.ACCEPTED))
                .filter(version -> version.sha256().equals(submission.blob().sha256()))
                .findFirst();
    }

    private static List<ListVersionView> accepted(List<ListVersionView> known) {
        return known.stream().filter(version -> version.is(ListVersionView.ACCEPTED)).toList();
    }

    private Uni<Taken> placeRead(
            SqlConnection connection,
            Submission submission,
            Reading.Read read,
            List<ListVersionView> known) {
        var accepted = accepted(known);
        return switch (placement(submission, accepted)) {
            case Placement.Seen seen ->
                    versions.extend(
                                    connection,
                                    submission.list(),
                                    seen.span(),
                                    submission.observedAt())
                            .map(Taken.Unchanged::new);
            case Placement.OutOfOrder late -> throw outOfOrder(submission, late);
            case Placement.Newest newest -> judge(connection, submission, read, known, accepted);
        };
    }

    private static Placement placement(Submission submission, List<ListVersionView> accepted) {
        refuseStaleDelta(submission, accepted);
        return Placement.of(
                accepted.stream().map(VersionStore::span).toList(),
                submission.blob().sha256(),
                submission.observedAt());
    }

    /// Another file came in while the delta was applied to the one before it.
    private static void refuseStaleDelta(Submission submission, List<ListVersionView> accepted) {
        Integer basedOn = submission.file().basedOn();
        if (basedOn != null && (accepted.isEmpty() || accepted.getLast().number() != basedOn)) {
            throw new ProblemException(
                    ServiceProblem.CONFLICT,
                    "Version %d, to which the delta was applied, is no longer the newest; send it again."
                            .formatted(basedOn));
        }
    }

    private static ProblemException outOfOrder(Submission submission, Placement.OutOfOrder late) {
        return new ProblemException(
                SanctionsProblem.BACKFILL_ORDER,
                "Observed %s, but version %d of %s was observed %s. Take files in from the oldest to the newest."
                        .formatted(
                                submission.observedAt(),
                                late.newest().number(),
                                submission.list(),
                                late.newest().lastObserved()));
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
        return entries.of(connection, submission.list(), accepted, hasAliases(submission))
                .chain(current -> {
                    var objection = objection(submission, read, accepted, current);
                    if (objection.isPresent()) {
                        return quarantine(connection, submission, known, objection.get());
                    }
                    var difference = Difference.of(current.hashById(), submission.listings());
                    var version =
                            view(submission, known, ListVersionView.ACCEPTED, difference, null);
                    return versions.insert(
                                    connection,
                                    version,
                                    submission.file().deltaSha256(),
                                    submission.takenBy())
                            .chain(() ->
                                    accept(
                                            connection,
                                            version,
                                            new Change(difference, current.hashById()),
                                            accepted))
                            .invoke(() ->
                                    entries.remember(
                                            version.list(),
                                            version.sha256(),
                                            submission.listings(),
                                            hasAliases(submission)))
                            .replaceWith(new Taken.Accepted(version));
                });
    }

    /// OFAC's main table has only primary names: nothing to tell a new spelling from a new name by.
    private static boolean hasAliases(Submission submission) {
        return submission.file().format() != FileFormat.OFAC_CSV;
    }

    private Optional<String> objection(
            Submission submission,
            Reading.Read read,
            List<ListVersionView> accepted,
            ListingRowStore.Current current) {
        return accepted.isEmpty()
                ? acceptance.objectionToFirst(read)
                : acceptance.objection(
                        read,
                        before(accepted.getLast(), current),
                        submission.observedAt(),
                        submission.publishedAt(),
                        submission.file().format());
    }

    private static Acceptance.Before before(ListVersionView last, ListingRowStore.Current current) {
        return new Acceptance.Before(
                last.number(),
                last.listings(),
                last.lastObservedAt(),
                last.publishedAt(),
                current.ships(),
                current.names());
    }

    private Uni<Taken> quarantine(
            SqlConnection connection,
            Submission submission,
            List<ListVersionView> known,
            String reason) {
        var version = view(submission, known, ListVersionView.QUARANTINED, Difference.NONE, reason);
        return versions.insert(connection, version, null, submission.takenBy())
                .chain(() -> outbox.append(connection, List.of(ListEvents.of(version))))
                .replaceWith(new Taken.Quarantined(version));
    }

    /// @param hashesBefore of the entries of the version before, by id
    private record Change(Difference difference, Map<String, String> hashesBefore) {}

    /// The version's row is there already.
    private Uni<Void> accept(
            SqlConnection connection,
            ListVersionView version,
            Change change,
            List<ListVersionView> accepted) {
        int previous = accepted.isEmpty() ? 0 : accepted.getLast().number();
        return changeEvents(connection, version, change, accepted)
                .chain(events ->
                        listings.apply(
                                        connection,
                                        version.list(),
                                        version.number(),
                                        previous,
                                        change.difference())
                                .chain(() -> versions.makeCurrent(connection, version))
                                .chain(() -> outbox.append(connection, events)))
                .chain(() ->
                        listener.becameCurrent(
                                connection,
                                version.list(),
                                version.number(),
                                version.observedAt()));
    }

    /// Read before the rows change. A first version tells its entries as a baseline. Between two
    /// formats only what came and went is told: the rest reads differently for that alone.
    private Uni<List<OutboxEvent>> changeEvents(
            SqlConnection connection,
            ListVersionView version,
            Change change,
            List<ListVersionView> accepted) {
        var difference = change.difference();
        if (accepted.isEmpty()) {
            return Uni.createFrom().item(ListEvents.baseline(version, difference.added()));
        }
        boolean isReformatted = !Objects.equals(accepted.getLast().format(), version.format());
        var addedIds =
                difference.added().stream().map(entry -> entry.listing().sourceId()).toList();
        var before = new ArrayList<>(difference.removed());
        difference.changed().forEach(entry -> before.add(entry.listing().sourceId()));
        return listings.everListed(connection, version.list(), addedIds)
                .chain(relisted ->
                        listings.canonical(connection, version.list(), before)
                                .map(canonical ->
                                        ListEvents.changes(
                                                version,
                                                difference,
                                                relisted,
                                                new ListEvents.Before(
                                                        canonical, change.hashesBefore()),
                                                isReformatted)));
    }

    /// What [#take] would do, without doing it.
    Uni<DryRun> rehearse(Submission submission) {
        return pool.withTransaction(connection ->
                begin(connection, submission)
                        .chain(known ->
                                entries.of(
                                                connection,
                                                submission.list(),
                                                accepted(known),
                                                hasAliases(submission))
                                        .map(current -> rehearsed(submission, known, current))));
    }

    private DryRun rehearsed(
            Submission submission, List<ListVersionView> known, ListingRowStore.Current current) {
        var accepted = accepted(known);
        if (submission.reading() instanceof Reading.Refused refused) {
            return dryRun(submission, known, "quarantined", refused.reason(), Difference.NONE);
        }
        var read = (Reading.Read) submission.reading();
        return switch (placement(submission, accepted)) {
            case Placement.Seen seen ->
                    dryRun(submission, known, "unchanged", null, Difference.NONE);
            case Placement.OutOfOrder late -> throw outOfOrder(submission, late);
            case Placement.Newest newest -> {
                var objection = objection(submission, read, accepted, current);
                yield dryRun(
                        submission,
                        known,
                        objection.isPresent() ? "quarantined" : "accepted",
                        objection.orElse(null),
                        Difference.of(current.hashById(), submission.listings()));
            }
        };
    }

    private static DryRun dryRun(
            Submission submission,
            List<ListVersionView> known,
            String outcome,
            @Nullable String reason,
            Difference difference) {
        var version = view(submission, known, outcome, difference, reason);
        return new DryRun(
                version.list(),
                outcome,
                reason,
                version.format(),
                version.sha256(),
                version.publishedAt(),
                version.listings(),
                version.vessels(),
                version.added(),
                version.changed(),
                version.removed(),
                accepted(known).isEmpty(),
                version.warnings());
    }

    /// A second person confirms what a first proposed; else this is the proposal.
    ///
    /// @param ofFile entries of the file, read again; empty when it cannot be read
    /// @throws ProblemException `four-eyes` when the same person comes twice; `not-decidable` when
    ///   the file is not set aside, is not the newest, or cannot be read and is to be accepted
    Uni<ListVersionView> decide(
            ListSource source,
            int number,
            Verdict verdict,
            Optional<List<CanonicalListing>> ofFile) {
        return pool.withTransaction(connection ->
                CorpusLock.exclusive(connection)
                        .chain(() -> reread.ensureCurrent(connection, source))
                        .chain(() -> versions.of(connection, source.id()))
                        .chain(known -> decide(connection, known, number, verdict, ofFile)));
    }

    private Uni<ListVersionView> decide(
            SqlConnection connection,
            List<ListVersionView> known,
            int number,
            Verdict verdict,
            Optional<List<CanonicalListing>> ofFile) {
        var version = verdict.refuseUndecidable(known, number, ofFile.isPresent());
        if (!verdict.confirms(version)) {
            return versions.propose(
                    connection, version, verdict.slug(), verdict.by(), verdict.comment());
        }
        if (!verdict.isAccept()) {
            return versions.confirm(
                            connection,
                            Verdict.outcome(version, ListVersionView.REJECTED, Difference.NONE),
                            verdict.by())
                    .call(rejected -> outbox.append(connection, List.of(ListEvents.of(rejected))));
        }
        return entries.of(connection, version.list(), accepted(known), false)
                .chain(current -> {
                    var difference = Difference.of(current.hashById(), ofFile.orElseThrow());
                    return versions.confirm(
                                    connection,
                                    Verdict.outcome(version, ListVersionView.ACCEPTED, difference),
                                    verdict.by())
                            .call(confirmed ->
                                    accept(
                                            connection,
                                            confirmed,
                                            new Change(difference, current.hashById()),
                                            accepted(known)));
                });
    }

    private static ListVersionView view(
            Submission submission,
            List<ListVersionView> known,
            String status,
            Difference difference,
            @Nullable String reason) {
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
                submission.publishedAt(),
                submission.listings().size(),
                (int) vessels,
                difference.added().size(),
                difference.changed().size(),
                difference.removed().size(),
                reason,
                submission.format(),
                warnings(submission, known),
                null);
    }

    private static List<String> warnings(Submission submission, List<ListVersionView> known) {
        var accepted = accepted(known);
        String before = accepted.isEmpty() ? null : accepted.getLast().format();
        String now = submission.format();
        if (before == null || now == null || before.equals(now)) {
            return submission.warnings();
        }
        var warnings = new ArrayList<String>();
        warnings.add(
                "the version before came as %s, this one as %s: entries that read differently for that alone are not told as changed"
                        .formatted(before, now));
        warnings.addAll(submission.warnings());
        return warnings;
    }

    // PostgreSQL keeps microseconds: say what will be read back.
    private static Instant truncated(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
