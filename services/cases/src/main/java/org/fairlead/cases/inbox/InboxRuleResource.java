package org.fairlead.cases.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.Desk;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.request.Fields;
import org.jspecify.annotations.Nullable;

/// How the acting team's inbox deals out its leads.
@Path("/api/cases/v1/inbox/rule")
@Produces(MediaType.APPLICATION_JSON)
class InboxRuleResource {

    private final Desk desk;
    private final TeamTransactions transactions;
    private final InboxRuleStore rules;

    @Inject
    InboxRuleResource(Desk desk, TeamTransactions transactions, InboxRuleStore rules) {
        this.desk = desk;
        this.transactions = transactions;
        this.rules = rules;
    }

    @GET
    public Uni<InboxRule> rule() {
        Acting acting = desk.member();
        return transactions.of(acting, session -> rules.of(session, acting.team()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<InboxRule> put(@Nullable InboxRule body) {
        Acting acting = desk.allow(Action.CONFIGURE);
        InboxRule wanted = Fields.required("/", body).checked();
        return transactions.of(acting, session -> rules.put(session, acting, wanted));
    }
}
