package org.fairlead.cases.grant;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.fairlead.cases.casefile.CaseStore;
import org.fairlead.cases.request.Answer;
import org.fairlead.cases.request.AnsweredStore;
import org.fairlead.cases.request.Fields;
import org.fairlead.cases.request.ListQuery;
import org.fairlead.cases.request.Listing;
import org.fairlead.contracts.problem.Page;
import org.fairlead.proof.audit.AuditEntry;
import org.jspecify.annotations.Nullable;

/// Who may see a case, and who may not.
@Path("/api/cases/v1/cases/{id}")
@Produces(MediaType.APPLICATION_JSON)
class AccessResource {

    private static final Listing<AuditEntry> LOG =
            Listing.newestFirst(AuditEntry::at, entry -> entry.chain() + "-" + entry.sequence());

    private final Desk desk;
    private final TeamTransactions transactions;
    private final CaseStore cases;
    private final GrantStore grants;
    private final Clock clock;
    private final AnsweredStore answered;

    @Inject
    AccessResource(
            Desk desk,
            TeamTransactions transactions,
            CaseStore cases,
            GrantStore grants,
            Clock clock,
            AnsweredStore answered) {
        this.desk = desk;
        this.transactions = transactions;
        this.cases = cases;
        this.grants = grants;
        this.clock = clock;
        this.answered = answered;
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
    public Uni<Response> grant(
            UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable NewGrant body) {
        Acting acting = desk.atCase(Action.MANAGE_ACCESS);
        NewGrant wanted = Fields.required("/", body).checked(clock.instant());
        return answered.made(
                        acting,
                        answered.request(key, "/cases/" + id + "/grants", wanted),
                        session -> cases.find(session, acting, id),
                        session -> grants.grant(session, acting, id, wanted))
                .map(Answer::response);
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
    public Uni<Response> exclude(
            UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable NewExclusion body) {
        Acting acting = desk.atCase(Action.MANAGE_ACCESS);
        NewExclusion wanted = Fields.required("/", body).checked();
        return answered.made(
                        acting,
                        answered.request(key, "/cases/" + id + "/exclusions", wanted),
                        session -> cases.find(session, acting, id),
                        session -> grants.exclude(session, acting, id, wanted))
                .map(Answer::response);
    }

    /// What was done about exclusions, for those who manage access; never what concerns the reader.
    @GET
    @Path("exclusions/log")
    public Uni<Page<AuditEntry>> exclusionLog(UUID id, @BeanParam ListQuery query) {
        Acting acting = desk.atCase(Action.MANAGE_ACCESS);
        return transactions
                .of(acting, session -> grants.exclusionLog(session, acting, id))
                .map(all -> LOG.page(all, query));
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
