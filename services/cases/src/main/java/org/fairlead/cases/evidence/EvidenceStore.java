package org.fairlead.cases.evidence;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.TimeOrderedId;
import org.fairlead.cases.casefile.CaseRef;
import org.fairlead.cases.casefile.CaseStore;
import org.fairlead.cases.casefile.Deed;
import org.fairlead.cases.request.Bindings;
import org.fairlead.cases.request.Fields;
import org.fairlead.contracts.problem.Page;
import org.fairlead.service.page.Cursor;
import org.fairlead.service.problem.ProblemException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Frozen records: written once, by the SHA-256 of their content, and never changed.
@ApplicationScoped
public class EvidenceStore {

    private final Clock clock;
    private final CaseStore cases;

    @Inject
    EvidenceStore(Clock clock, CaseStore cases) {
        this.clock = clock;
        this.cases = cases;
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
        return insertContent(session, owner.team(), record)
                .chain(() -> session.insert(row))
                .chain(() ->
                        cases.changed(
                                session,
                                owner.id(),
                                acting.actor(),
                                row.synthetic,
                                Deed.of("evidence-frozen", row.id, row.title + ", " + row.sha256)
                                        .announcedAs("evidence-added")))
                .replaceWith(row::evidence);
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
        return row;
    }

    private static Uni<Void> insertContent(
            Mutiny.StatelessSession session, String team, FrozenRecord record) {
        return session.createNativeQuery(
                        "insert into evidence_content (team, sha256, content) values (?1, ?2, ?3)"
                                + " on conflict do nothing")
                .setParameter(1, team)
                .setParameter(2, record.sha256())
                .setParameter(3, record.bytes())
                .executeUpdate()
                .replaceWithVoid();
    }

    /// In the order of collection.
    Uni<Page<Evidence>> page(
            Mutiny.StatelessSession session, UUID caseId, @Nullable Cursor cursor, int limit) {
        var parameters = new HashMap<String, Object>();
        parameters.put("case", caseId);
        String after = "";
        if (cursor != null) {
            after = " and (e.collectedAt > :at or e.collectedAt = :at and e.id > :id)";
            parameters.put("at", Fields.time(cursor));
            parameters.put("id", Fields.id(cursor));
        }
        var query =
                session.createSelectionQuery(
                        "from EvidenceEntity e where e.caseId = :case"
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

    /// The frozen bytes.
    public Uni<byte[]> content(Mutiny.StatelessSession session, String team, String sha256) {
        return session.createNativeQuery(
                        "select content from evidence_content where team = ?1 and sha256 = ?2",
                        byte[].class)
                .setParameter(1, team)
                .setParameter(2, sha256)
                .getSingleResult();
    }
}
