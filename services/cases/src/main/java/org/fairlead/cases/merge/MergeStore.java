package org.fairlead.cases.merge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.casefile.CaseRef;
import org.fairlead.cases.casefile.CaseStore;
import org.fairlead.cases.casefile.NewSubject;
import org.fairlead.cases.casefile.Subject;
import org.fairlead.cases.casefile.SubjectStore;
import org.fairlead.cases.lead.LeadStore;
import org.fairlead.service.problem.ProblemException;
import org.hibernate.reactive.mutiny.Mutiny;

/// Merges a case into another. Leads and subjects go on in the other one; what was written, frozen
/// and found stays in the case where it was, which is closed as a duplicate, is read as before, and
/// opens no more.
///
/// Evidence does not move: who sees the other case need not be one who may see this case's
/// exhibits.
@ApplicationScoped
class MergeStore {

    private final CaseStore cases;
    private final LeadStore leads;
    private final SubjectStore subjects;

    @Inject
    MergeStore(CaseStore cases, LeadStore leads, SubjectStore subjects) {
        this.cases = cases;
        this.leads = leads;
        this.subjects = subjects;
    }

    /// Of a case the caller may merge; see [CaseStore] for the order of locks.
    Uni<Void> lockLeads(Mutiny.StatelessSession session, Acting acting, UUID id) {
        return cases.find(session, acting, id, Action.EDIT)
                .chain(owner -> leads.lockOfCase(session, id));
    }

    Uni<Void> merge(
            Mutiny.StatelessSession session, Acting acting, UUID id, UUID into, String reason) {
        if (id.equals(into)) {
            throw ProblemException.invalid("/into", "expected another case than this one");
        }
        // Locked in the order of ids: two merges the other way round wait for each other.
        UUID first = id.compareTo(into) < 0 ? id : into;
        UUID second = first.equals(id) ? into : id;
        return lock(session, acting, first, id)
                .chain(() -> lock(session, acting, second, id))
                .chain(() -> cases.find(session, acting, into, Action.CONTRIBUTE))
                .call(target -> carryLeads(session, acting, id, target))
                .call(target -> carrySubjects(session, acting, id, target))
                .chain(target -> cases.supersede(session, acting, id, into, reason));
    }

    private Uni<CaseRef> lock(
            Mutiny.StatelessSession session, Acting acting, UUID id, UUID source) {
        return cases.forChange(
                session, acting, id, id.equals(source) ? Action.EDIT : Action.CONTRIBUTE);
    }

    private Uni<Void> carryLeads(
            Mutiny.StatelessSession session, Acting acting, UUID from, CaseRef target) {
        return leads.idsOfCase(session, from)
                .chain(ids -> {
                    Uni<Void> all = Uni.createFrom().voidItem();
                    for (UUID lead : ids) {
                        all = all.chain(() -> leads.carry(session, acting, lead, target));
                    }
                    return all;
                });
    }

    private Uni<Void> carrySubjects(
            Mutiny.StatelessSession session, Acting acting, UUID from, CaseRef target) {
        return subjects.of(session, from)
                .chain(all ->
                        subjects.of(session, target.id())
                                .chain(held -> carry(session, acting, target, all, held)));
    }

    private Uni<Void> carry(
            Mutiny.StatelessSession session,
            Acting acting,
            CaseRef target,
            List<Subject> wanted,
            List<Subject> held) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Subject subject : wanted) {
            if (held.stream().noneMatch(one -> isSame(one, subject))) {
                var copy =
                        new NewSubject(
                                subject.kind(), subject.mmsi(), subject.imo(), subject.name());
                all =
                        all.chain(() ->
                                subjects.add(session, target, acting.actor(), copy)
                                        .replaceWithVoid());
            }
        }
        return all;
    }

    private static boolean isSame(Subject one, Subject other) {
        return one.kind() == other.kind()
                && java.util.Objects.equals(one.mmsi(), other.mmsi())
                && java.util.Objects.equals(one.imo(), other.imo())
                && java.util.Objects.equals(one.name(), other.name());
    }
}
