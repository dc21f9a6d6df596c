package org.fairlead.cases.evidence;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.TimeOrderedId;
import org.fairlead.cases.blob.Blobs;
import org.fairlead.cases.casefile.CaseRef;
import org.fairlead.cases.casefile.CaseStore;
import org.fairlead.cases.casefile.Deed;
import org.fairlead.cases.custody.CustodyAction;
import org.fairlead.cases.custody.CustodyStore;
import org.fairlead.cases.request.Bindings;
import org.fairlead.cases.request.Fields;
import org.fairlead.contracts.problem.Page;
import org.fairlead.proof.bag.Content;
import org.fairlead.service.page.Cursor;
import org.fairlead.service.problem.ProblemException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Frozen records: written once, by the SHA-256 of their content, and never changed.
@ApplicationScoped
public class EvidenceStore {

    private final Clock clock;
    private final CaseStore cases;
    private final CustodyStore custody;
    private final Blobs blobs;

    @Inject
    EvidenceStore(Clock clock, CaseStore cases, CustodyStore custody, Blobs blobs) {
        this.clock = clock;
        this.cases = cases;
        this.custody = custody;
        this.blobs = blobs;
    }

    /// @param isNew false when the case already held these bytes
    record Kept(Evidence evidence, boolean isNew) {}

    Uni<Kept> keep(
            Mutiny.StatelessSession session,
            Acting acting,
            CaseRef owner,
            NewEvidence wanted,
            FrozenRecord record) {
        return held(session, owner.id(), record.sha256())
                .chain(held ->
                        held.isPresent()
                                ? Uni.createFrom().item(new Kept(held.get(), false))
                                : insert(session, acting, owner, wanted, record)
                                        .map(evidence -> new Kept(evidence, true)));
    }

    private static Uni<Optional<Evidence>> held(
            Mutiny.StatelessSession session, UUID caseId, String sha256) {
        return session.createSelectionQuery(
                        "from EvidenceEntity e where e.caseId = :case and e.sha256 = :sha",
                        EvidenceEntity.class)
                .setParameter("case", caseId)
                .setParameter("sha", sha256)
                .getResultList()
                .map(rows -> rows.stream().findFirst().map(EvidenceEntity::evidence));
    }

    private Uni<Evidence> insert(
            Mutiny.StatelessSession session,
            Acting acting,
            CaseRef owner,
            NewEvidence wanted,
            FrozenRecord record) {
        EvidenceEntity row = row(acting, owner, wanted, record);
        return insertContent(session, owner.team(), record.sha256(), record.bytes())
                .chain(() -> insert(session, acting, row));
    }

    private Uni<Evidence> insert(
            Mutiny.StatelessSession session, Acting acting, EvidenceEntity row) {
        return session.insert(row)
                .chain(() ->
                        cases.changed(
                                session,
                                row.caseId,
                                acting.actor(),
                                row.synthetic,
                                Deed.of("evidence-frozen", row.id, row.title + ", " + row.sha256)
                                        .announcedAs("evidence-added")))
                .chain(() ->
                        custody.add(
                                session,
                                row.team,
                                acting.actor(),
                                row.caseId,
                                List.of(row.id),
                                CustodyAction.COLLECTED,
                                row.sha256))
                .replaceWith(row::evidence);
    }

    /// A file that lies in the blob store already.
    Uni<Kept> keep(
            Mutiny.StatelessSession session,
            Acting acting,
            CaseRef owner,
            NewFile wanted,
            Blobs.Received received) {
        return held(session, owner.id(), received.sha256())
                .chain(held ->
                        held.isPresent()
                                ? Uni.createFrom().item(new Kept(held.get(), false))
                                : insertContent(session, owner.team(), received.sha256(), null)
                                        .chain(() ->
                                                insert(
                                                        session,
                                                        acting,
                                                        row(acting, owner, wanted, received)))
                                        .map(evidence -> new Kept(evidence, true)));
    }

    private EvidenceEntity row(
            Acting acting, CaseRef owner, NewFile wanted, Blobs.Received received) {
        Instant now = clock.instant();
        var row = new EvidenceEntity();
        row.id = TimeOrderedId.at(now);
        row.team = owner.team();
        row.caseId = owner.id();
        row.kind = EvidenceKind.FILE;
        row.title = wanted.title();
        row.service = EvidenceKind.FILE.service();
        row.href = owner.path() + "/evidence/" + row.id + "/content";
        row.note = wanted.note();
        row.sha256 = received.sha256();
        row.sizeBytes = received.sizeBytes();
        row.collectedBy = acting.caller().username();
        row.collectedAt = now;
        row.synthetic = wanted.isSynthetic();
        row.source = wanted.source();
        row.licence = wanted.licence();
        row.occurredFrom = wanted.from();
        row.occurredTo = wanted.to();
        row.fileName = wanted.fileName();
        row.mediaType = wanted.mediaType();
        row.warnings = received.warnings().toArray(String[]::new);
        return row;
    }

    private EvidenceEntity row(
            Acting acting, CaseRef owner, NewEvidence wanted, FrozenRecord record) {
        EvidenceKind kind = requireNonNull(wanted.kind());
        RecordAddress ref = requireNonNull(wanted.ref());
        Exhibit exhibit = ExhibitReader.read(kind, record.content());
        Instant now = clock.instant();
        var row = new EvidenceEntity();
        row.id = TimeOrderedId.at(now);
        row.team = owner.team();
        row.caseId = owner.id();
        row.kind = kind;
        row.title = exhibit.title();
        row.service = ref.service();
        row.href = ref.href();
        row.note = wanted.note();
        row.sha256 = record.sha256();
        row.sizeBytes = record.bytes().length;
        row.collectedBy = acting.caller().username();
        row.collectedAt = now;
        row.synthetic = exhibit.synthetic();
        row.source = exhibit.source();
        row.licence = exhibit.licence();
        row.geometry = exhibit.geometry() == null ? null : exhibit.geometry().toString();
        row.occurredFrom = exhibit.occurredFrom();
        row.occurredTo = exhibit.occurredTo();
        row.detector = exhibit.detector();
        row.parameters = exhibit.parameters() == null ? null : exhibit.parameters().toString();
        return row;
    }

    /// Also where the same bytes were disposed of with another case.
    ///
    /// @param bytes absent for what the blob store has
    private static Uni<Void> insertContent(
            Mutiny.StatelessSession session, String team, String sha256, byte @Nullable [] bytes) {
        return bytes == null
                ? session.createNativeQuery(
                                "select evidence_content_keep(?1, ?2, null, 'BLOBS')", String.class)
                        .setParameter(1, team)
                        .setParameter(2, sha256)
                        .getSingleResult()
                        .replaceWithVoid()
                : session.createNativeQuery(
                                "select evidence_content_keep(?1, ?2, ?3, 'DATABASE')",
                                String.class)
                        .setParameter(1, team)
                        .setParameter(2, sha256)
                        .setParameter(3, bytes)
                        .getSingleResult()
                        .replaceWithVoid();
    }

    /// In the order of collection.
    Uni<Page<Evidence>> page(
            Mutiny.StatelessSession session,
            UUID caseId,
            Instant since,
            @Nullable Cursor cursor,
            int limit) {
        var parameters = new HashMap<String, Object>();
        parameters.put("case", caseId);
        parameters.put("since", since);
        String after = "";
        if (cursor != null) {
            after = " and (e.collectedAt > :at or e.collectedAt = :at and e.id > :id)";
            parameters.put("at", Fields.time(cursor));
            parameters.put("id", Fields.id(cursor));
        }
        var query =
                session.createSelectionQuery(
                        "from EvidenceEntity e where e.caseId = :case and e.collectedAt >= :since"
                                + after
                                + " order by e.collectedAt, e.id",
                        EvidenceEntity.class);
        return Bindings.bind(query, parameters)
                .setMaxResults(limit + 1)
                .getResultList()
                .map(rows ->
                        Cursor.page(
                                rows.stream().map(EvidenceEntity::evidence).toList(),
                                limit,
                                last ->
                                        new Cursor(
                                                last.collectedAt().toString(),
                                                last.id().toString())));
    }

    public Uni<List<Evidence>> all(Mutiny.StatelessSession session, UUID caseId) {
        return session.createSelectionQuery(
                        "from EvidenceEntity e where e.caseId = :case order by e.collectedAt, e.id",
                        EvidenceEntity.class)
                .setParameter("case", caseId)
                .getResultList()
                .map(rows -> rows.stream().map(EvidenceEntity::evidence).toList());
    }

    Uni<Evidence> one(Mutiny.StatelessSession session, UUID caseId, UUID id) {
        return session.get(EvidenceEntity.class, id)
                .onItem()
                .transform(row -> {
                    if (row == null || !row.caseId.equals(caseId)) {
                        throw ProblemException.notFound();
                    }
                    return row.evidence();
                });
    }

    /// The frozen bytes, wherever they lie.
    public Uni<Content> content(Mutiny.StatelessSession session, String team, String sha256) {
        return session.createNativeQuery(
                        "select content, stored_in from evidence_content where team = ?1 and sha256"
                                + " = ?2",
                        Object[].class)
                .setParameter(1, team)
                .setParameter(2, sha256)
                .getSingleResult()
                .map(row ->
                        row[1].equals("BLOBS")
                                ? blobs.open(team, sha256)
                                : Content.of((byte[]) row[0]));
    }

    /// The frozen bytes of all exhibits of a case, by their hashes, in one reading.
    public Uni<Map<String, Content>> contents(
            Mutiny.StatelessSession session, String team, UUID caseId) {
        return session.createNativeQuery(
                        "select c.sha256, c.content, c.stored_in from evidence_content c where"
                                + " c.team = ?1 and c.sha256 in (select e.sha256 from evidence e where"
                                + " e.case_id = ?2)",
                        Object[].class)
                .setParameter(1, team)
                .setParameter(2, caseId)
                .getResultList()
                .map(rows -> {
                    var contents = new HashMap<String, Content>();
                    for (Object[] row : rows) {
                        String sha256 = (String) row[0];
                        contents.put(
                                sha256,
                                row[2].equals("BLOBS")
                                        ? blobs.open(team, sha256)
                                        : Content.of((byte[]) row[1]));
                    }
                    return contents;
                });
    }
}
