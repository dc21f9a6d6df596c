package org.fairlead.cases.evidence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.fairlead.cases.access.Actor;
import org.fairlead.cases.casefile.CaseStore;
import org.fairlead.cases.casefile.Deed;
import org.fairlead.cases.task.NewTask;
import org.fairlead.cases.task.TaskStore;
import org.hibernate.reactive.mutiny.Mutiny;

/// Tells cases that a source took back what was frozen from it. The exhibit stays; a person decides
/// what still rests on it.
@ApplicationScoped
public class RetractionStore {

    private final CaseStore cases;
    private final TaskStore tasks;

    @Inject
    RetractionStore(CaseStore cases, TaskStore tasks) {
        this.cases = cases;
        this.tasks = tasks;
    }

    /// A case that has the lead of it is told by the lead.
    public Uni<Void> retracted(Mutiny.StatelessSession session, String sourceId, String reason) {
        return session.createNativeQuery(
                        "select e.id, e.team, e.case_id, e.title from evidence e where"
                                + " split_part(split_part(e.href, '?', 1), '/', 6) = ?1 and not exists"
                                + " (select 1 from task t where t.case_id = e.case_id and t.origin ="
                                + " 'exhibit-retracted:' || e.id) and not exists (select 1 from"
                                + " case_lead x join lead l on l.id = x.lead_id where x.case_id ="
                                + " e.case_id and l.source_id = ?1)",
                        Object[].class)
                .setParameter(1, sourceId)
                .getResultList()
                .chain(rows -> {
                    Uni<Void> all = Uni.createFrom().voidItem();
                    for (Object[] row : rows) {
                        all =
                                all.chain(() ->
                                        tell(
                                                session,
                                                (UUID) row[0],
                                                (String) row[1],
                                                (UUID) row[2],
                                                (String) row[3],
                                                reason));
                    }
                    return all;
                });
    }

    private Uni<Void> tell(
            Mutiny.StatelessSession session,
            UUID item,
            String team,
            UUID caseId,
            String title,
            String reason) {
        String what = "The source took back: " + title;
        return cases.changed(
                        session,
                        caseId,
                        Actor.PLATFORM,
                        false,
                        Deed.of("source-retracted", item, what).inHistory(what, reason))
                .chain(() ->
                        tasks.openOnce(
                                session,
                                team,
                                caseId,
                                Actor.PLATFORM,
                                NewTask.of(
                                        "Upstream retracted an exhibit",
                                        "%s. %s The exhibit stays as it was frozen; check what rests on it."
                                                .formatted(what, reason)),
                                "exhibit-retracted:" + item))
                .replaceWithVoid();
    }
}
