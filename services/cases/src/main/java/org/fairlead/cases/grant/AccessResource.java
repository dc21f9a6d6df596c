package org.fairlead.cases.grant;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.Desk;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.request.Fields;
import org.fairlead.contracts.problem.Page;
import org.fairlead.proof.audit.AuditEntry;
import org.jspecify.annotations.Nullable;

/// Who may see a case, and who may not.
@Path("/api/cases/v1/cases/{id}")
@Produces(MediaType.APPLICATION_JSON)
class AccessResource {

    private final Desk desk;
    private final TeamTransactions transactions;
    private final GrantStore grants;
    private final Clock clock;

    @Inject
    AccessResource(Desk desk, TeamTransactions transactions, GrantStore grants, Clock clock) {
        this.desk = desk;
        this.transactions = transactions;
        this.grants = grants;
        this.clock = clock;
    }

    @GET
    @Path("access")
    public Uni<AccessList> list(UUID id) {
        Acting acting = desk.atCase(Action.READ);
        return transactions.of(acting, session -> grants.list(session, acting, id));
    }

    @POST
    @Path("grants")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> grant(UUID id, @Nullable NewGrant body) {
        Acting acting = desk.atCase(Action.MANAGE_ACCESS);
        NewGrant wanted = Fields.required("/", body).checked(clock.instant());
        return transactions
                .of(acting, session -> grants.grant(session, acting, id, wanted))
                .map(made -> Response.status(201).entity(made).build());
    }

    @DELETE
    @Path("grants/{grantId}")
    public Uni<Response> revoke(UUID id, UUID grantId) {
        Acting acting = desk.atCase(Action.MANAGE_ACCESS);
        return transactions
                .of(acting, session -> grants.revoke(session, acting, id, grantId))
                .map(done -> Response.noContent().build());
    }

    @POST
    @Path("exclusions")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> exclude(UUID id, @Nullable NewExclusion body) {
        Acting acting = desk.atCase(Action.MANAGE_ACCESS);
        NewExclusion wanted = Fields.required("/", body).checked();
        return transactions
                .of(acting, session -> grants.exclude(session, acting, id, wanted))
                .map(made -> Response.status(201).entity(made).build());
    }

    /// What was done about exclusions, for those who manage access; never what concerns the reader.
    @GET
    @Path("exclusions/log")
    public Uni<Page<AuditEntry>> exclusionLog(UUID id) {
        Acting acting = desk.atCase(Action.MANAGE_ACCESS);
        return transactions
                .of(acting, session -> grants.exclusionLog(session, acting, id))
                .map(all -> new Page<>(all, null));
    }

    @DELETE
    @Path("exclusions/{exclusionId}")
    public Uni<Response> lift(UUID id, UUID exclusionId) {
        Acting acting = desk.atCase(Action.MANAGE_ACCESS);
        return transactions
                .of(acting, session -> grants.lift(session, acting, id, exclusionId))
                .map(done -> Response.noContent().build());
    }
}
