package org.fairlead.cases.dossier;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.TimeOrderedId;
import org.fairlead.cases.audit.AuditLogKeeper;
import org.fairlead.cases.audit.AuditLogStore;
import org.fairlead.cases.audit.AuditStore;
import org.fairlead.cases.casefile.CaseFile;
import org.fairlead.cases.casefile.CaseReadStore;
import org.fairlead.cases.custody.CustodyAction;
import org.fairlead.cases.custody.CustodyStore;
import org.fairlead.cases.evidence.Evidence;
import org.fairlead.cases.evidence.EvidenceStore;
import org.fairlead.cases.problem.CaseProblem;
import org.fairlead.cases.signing.SignerProducer;
import org.fairlead.cases.timeline.CaseContent;
import org.fairlead.cases.timeline.CaseContentStore;
import org.fairlead.proof.audit.AuditEntry;
import org.fairlead.proof.bag.Content;
import org.fairlead.service.problem.ProblemException;
import org.hibernate.reactive.mutiny.Mutiny;

/// Reads everything a dossier is made of, at one version of its case.
@ApplicationScoped
class DossierStore {

    private final CaseReadStore cases;
    private final CaseContentStore contents;
    private final EvidenceStore evidence;
    private final CustodyStore custody;
    private final AuditStore audit;
    private final AuditLogStore log;
    private final AuditLogKeeper keeper;
    private final SignerProducer signer;
    private final Clock clock;

    @Inject
    DossierStore(
            CaseReadStore cases,
            CaseContentStore contents,
            EvidenceStore evidence,
            CustodyStore custody,
            AuditStore audit,
            AuditLogStore log,
            AuditLogKeeper keeper,
            SignerProducer signer,
            Clock clock) {
        this.cases = cases;
        this.contents = contents;
        this.evidence = evidence;
        this.custody = custody;
        this.audit = audit;
        this.log = log;
        this.keeper = keeper;
        this.signer = signer;
        this.clock = clock;
    }

    /// The case does not change while it is read.
    Uni<Payload> read(
            Mutiny.StatelessSession session,
            Acting acting,
            UUID id,
            Profile profile,
            boolean isDraft,
            String software) {
        return cases.steadyView(session, acting, id, profile.needs())
                .invoke(view -> mustFit(view, profile))
                .call(view ->
                        audit.append(
                                session,
                                view.team(),
                                acting.actor(),
                                id,
                                "case-exported",
                                id.toString(),
                                "version %d, profile %s%s"
                                        .formatted(
                                                view.version(),
                                                profile.slug(),
                                                isDraft ? ", draft" : "")))
                .chain(view ->
                        contents.of(session, id)
                                .invoke(content -> mustBeReviewed(content, isDraft))
                                .call(content -> exported(session, acting, view, content, profile))
                                .chain(content -> read(session, view, content, profile, isDraft)))
                .chain(payload -> asFirstMade(session, acting, payload, software));
    }

    /// Without the time stamp that came after the first export.
    private Uni<Payload> asFirstMade(
            Mutiny.StatelessSession session, Acting acting, Payload payload, String software) {
        CaseFile view = payload.view();
        Instant now = clock.instant();
        return session.createNativeQuery(
                        "insert into dossier (id, team, case_id, version, profile, is_draft,"
                                + " checkpoint_size, has_timestamp, software, made_by, made_at) values"
                                + " (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) on conflict do"
                                + " nothing")
                .setParameter(1, TimeOrderedId.at(now))
                .setParameter(2, view.team())
                .setParameter(3, view.id())
                .setParameter(4, view.version())
                .setParameter(5, payload.profile().name())
                .setParameter(6, payload.isDraft())
                .setParameter(7, payload.checkpoint().map(AuditLogStore.Kept::size).orElse(0L))
                .setParameter(
                        8, payload.checkpoint().flatMap(AuditLogStore.Kept::timestamp).isPresent())
                .setParameter(9, software)
                .setParameter(10, acting.caller().username())
                .setParameter(11, now.atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .chain(() -> all(session, view.id()))
                .map(made ->
                        made.stream()
                                        .filter(one -> isOf(one, payload))
                                        .allMatch(MadeDossier::hasTimestamp)
                                ? payload
                                : payload.withoutTimestamp());
    }

    private static boolean isOf(MadeDossier made, Payload payload) {
        return made.version() == payload.view().version()
                && made.profile() == payload.profile()
                && made.isDraft() == payload.isDraft();
    }

    /// Newest first.
    Uni<List<MadeDossier>> all(Mutiny.StatelessSession session, UUID caseId) {
        return session.createNativeQuery(
                        "select version, profile, is_draft, checkpoint_size, has_timestamp,"
                                + " software, made_by, made_at from dossier where case_id = ?1 order by"
                                + " version desc, made_at desc",
                        Object[].class)
                .setParameter(1, caseId)
                .getResultList()
                .map(rows -> rows.stream().map(DossierStore::made).toList());
    }

    private static MadeDossier made(Object[] row) {
        return new MadeDossier(
                ((Number) row[0]).intValue(),
                Profile.valueOf((String) row[1]),
                (Boolean) row[2],
                ((Number) row[3]).longValue(),
                (Boolean) row[4],
                (String) row[5],
                (String) row[6],
                row[7] instanceof Instant instant
                        ? instant
                        : ((java.time.OffsetDateTime) row[7]).toInstant());
    }

    private static void mustFit(CaseFile view, Profile profile) {
        if (!profile.fits(view.handling())) {
            throw new ProblemException(
                    CaseProblem.HANDLING_FORBIDS,
                    "The case is marked %s. A dossier of profile %s leaves only up to %s; lower the handling code first, if that is right."
                            .formatted(
                                    view.handling().slug(),
                                    profile.slug(),
                                    profile.highest().slug()));
        }
    }

    private Uni<Void> exported(
            Mutiny.StatelessSession session,
            Acting acting,
            CaseFile view,
            CaseContent content,
            Profile profile) {
        return custody.add(
                session,
                view.team(),
                acting.actor(),
                view.id(),
                content.evidence().stream().map(Evidence::id).toList(),
                CustodyAction.EXPORTED,
                "version %d, profile %s".formatted(view.version(), profile.slug()));
    }

    /// What nobody but its writers has stood by goes out marked as a draft, or not at all.
    private static void mustBeReviewed(CaseContent content, boolean isDraft) {
        long waiting =
                content.findings().stream()
                        .filter(finding -> finding.state().isUnreviewed())
                        .count();
        if (waiting > 0 && !isDraft) {
            throw new ProblemException(
                    CaseProblem.FINDING_UNREVIEWED,
                    "%d findings wait for a second person. Have them reviewed or withdrawn, or export with ?draft=true."
                            .formatted(waiting));
        }
    }

    private Uni<Payload> read(
            Mutiny.StatelessSession session,
            CaseFile view,
            CaseContent content,
            Profile profile,
            boolean isDraft) {
        return records(session, view, content)
                .chain(records ->
                        audit.whole(session, view.id())
                                .map(Payload::ofVersion)
                                .chain(entries ->
                                        proved(session, view.id(), entries)
                                                .chain(proved ->
                                                        custody.ofCase(
                                                                        session,
                                                                        view.id(),
                                                                        entries.size())
                                                                .map(logs ->
                                                                        new Payload(
                                                                                view,
                                                                                content,
                                                                                records,
                                                                                entries,
                                                                                proved.checkpoint(),
                                                                                proved.proofs(),
                                                                                logs,
                                                                                profile,
                                                                                isDraft)))));
    }

    private record Proved(
            Optional<AuditLogStore.Kept> checkpoint, List<AuditLogStore.Inclusion> proofs) {}

    private Uni<Proved> proved(Mutiny.StatelessSession session, UUID id, List<AuditEntry> entries) {
        return covering(session, id, entries.getLast())
                .chain(checkpoint ->
                        proofs(session, id, checkpoint, entries)
                                .map(proofs -> new Proved(checkpoint, proofs)));
    }

    /// The first checkpoint over the change that made this version; made now when there is none
    /// yet, since the case stays as it is until this transaction ends.
    private Uni<Optional<AuditLogStore.Kept>> covering(
            Mutiny.StatelessSession session, UUID id, AuditEntry last) {
        if (signer.signer().isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return log.covering(session, id, last.sequence())
                .chain(found ->
                        found.isPresent()
                                ? Uni.createFrom().item(found)
                                : keeper.keep()
                                        .chain(() -> log.covering(session, id, last.sequence())));
    }

    private Uni<List<AuditLogStore.Inclusion>> proofs(
            Mutiny.StatelessSession session,
            UUID id,
            Optional<AuditLogStore.Kept> checkpoint,
            List<AuditEntry> entries) {
        if (checkpoint.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return log.places(session, id)
                .map(places -> {
                    var covered = new TreeMap<>(places);
                    covered.keySet().removeIf(sequence -> sequence > entries.size());
                    return covered;
                })
                .chain(covered -> log.inclusions(session, covered, checkpoint.get().size()));
    }

    private Uni<Map<UUID, Content>> records(
            Mutiny.StatelessSession session, CaseFile view, CaseContent content) {
        return evidence.contents(session, view.team(), view.id())
                .map(contents -> {
                    var records = new TreeMap<UUID, Content>();
                    content.evidence()
                            .forEach(item ->
                                    records.put(
                                            item.id(),
                                            java.util.Objects.requireNonNull(
                                                    contents.get(item.sha256()))));
                    return records;
                });
    }
}
