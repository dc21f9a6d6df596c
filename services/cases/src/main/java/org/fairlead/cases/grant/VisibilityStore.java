package org.fairlead.cases.grant;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.CasePolicy;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.service.problem.ProblemException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Which of some cases and leads somebody sees now, as row-level security says.
@ApplicationScoped
class VisibilityStore {

    private static final int MOST = 500;

    private static final String CASES =
            "select c.id from case_file c where c.deleted_at is null"
                    + " and c.id = any (cast(string_to_array(?1, ',') as uuid[]))";

    private static final String LEADS =
            "select l.id from lead l where l.id = any (cast(string_to_array(?1, ',') as uuid[]))";

    private final TeamTransactions transactions;

    @Inject
    VisibilityStore(TeamTransactions transactions) {
        this.transactions = transactions;
    }

    /// @param leadIds leads asked about beside the cases
    record Things(@Nullable List<UUID> caseIds, @Nullable List<UUID> leadIds) {}

    /// @throws ProblemException `invalid` for more than 500 of a kind
    Uni<Things> among(Acting acting, @Nullable List<UUID> caseIds, @Nullable List<UUID> leadIds) {
        List<UUID> cases = checked("/caseIds", caseIds);
        List<UUID> leads = checked("/leadIds", leadIds);
        // A lead belongs to a team: without the right to read there, none is shown, in the database
        // too.
        boolean readsLeads = CasePolicy.allows(acting.caller(), acting.team(), Action.READ);
        return transactions.of(
                acting,
                session ->
                        seen(session, CASES, cases)
                                .chain(seenCases ->
                                        seen(session, LEADS, readsLeads ? leads : List.of())
                                                .map(seenLeads ->
                                                        new Things(seenCases, seenLeads))));
    }

    private static List<UUID> checked(String pointer, @Nullable List<UUID> ids) {
        if (ids != null && ids.size() > MOST) {
            throw ProblemException.invalid(pointer, "expected at most " + MOST);
        }
        return ids == null ? List.of() : ids;
    }

    private static Uni<List<UUID>> seen(
            Mutiny.StatelessSession session, String query, List<UUID> wanted) {
        return session.createNativeQuery(query, UUID.class)
                .setParameter(1, String.join(",", wanted.stream().map(UUID::toString).toList()))
                .getResultList();
    }
}
