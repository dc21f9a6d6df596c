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
import org.fairlead.cases.access.Desk;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.request.Fields;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Which of some cases the caller sees now: asked by the event stream before it tells of them.
@Path("/api/cases/v1/visible")
@Produces(MediaType.APPLICATION_JSON)
class VisibilityResource {

    private static final int MOST = 500;

    private final Desk desk;
    private final TeamTransactions transactions;

    @Inject
    VisibilityResource(Desk desk, TeamTransactions transactions) {
        this.desk = desk;
        this.transactions = transactions;
    }

    record Cases(@Nullable List<UUID> caseIds) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Cases> visible(@Nullable Cases body) {
        Acting acting = desk.atCase(Action.READ);
        List<UUID> wanted = Fields.required("/caseIds", Fields.required("/", body).caseIds());
        if (wanted.size() > MOST) {
            throw ProblemException.invalid("/caseIds", "expected at most " + MOST);
        }
        return transactions
                .of(
                        acting,
                        session ->
                                session.createNativeQuery(
                                                "select c.id from case_file c where c.deleted_at is"
                                                        + " null and c.id = any"
                                                        + " (cast(string_to_array(?1, ',') as uuid[]))",
                                                UUID.class)
                                        .setParameter(
                                                1,
                                                String.join(
                                                        ",",
                                                        wanted.stream()
                                                                .map(UUID::toString)
                                                                .toList()))
                                        .getResultList())
                .map(Cases::new);
    }
}
