package org.fairlead.cases.grant;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.CasePolicy;
import org.fairlead.cases.access.Desk;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.request.Fields;
import org.fairlead.service.problem.ProblemException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Which of some cases and leads the caller sees now: asked by the event stream before it tells of
/// them.
@Path("/api/cases/v1/visible")
@Produces(MediaType.APPLICATION_JSON)
class VisibilityResource {

    private static final int MOST = 500;

    private static final String CASES =
            "select c.id from case_file c where c.deleted_at is null"
                    + " and c.id = any (cast(string_to_array(?1, ',') as uuid[]))";

    private static final String LEADS =
            "select l.id from lead l where l.id = any (cast(string_to_array(?1, ',') as uuid[]))";

    private final Desk desk;
    private final TeamTransactions transactions;

    @Inject
    VisibilityResource(Desk desk, TeamTransactions transactions) {
        this.desk = desk;
        this.transactions = transactions;
    }

    /// @param leadIds leads asked about beside the cases
    record Things(@Nullable List<UUID> caseIds, @Nullable List<UUID> leadIds) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Things> visible(@Nullable Things body) {
        Acting acting = desk.atCase(Action.READ);
        Things asked = Fields.required("/", body);
        List<UUID> cases = checked("/caseIds", Fields.required("/caseIds", asked.caseIds()));
        List<UUID> leads = checked("/leadIds", asked.leadIds());
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
