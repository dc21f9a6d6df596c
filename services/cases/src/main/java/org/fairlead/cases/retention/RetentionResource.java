package org.fairlead.cases.retention;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.HashSet;
import java.util.List;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.Desk;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.request.Fields;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// How long the acting team keeps its closed cases.
@Path("/api/cases/v1/retention")
@Produces(MediaType.APPLICATION_JSON)
class RetentionResource {

    private final Desk desk;
    private final TeamTransactions transactions;
    private final RetentionStore retention;

    @Inject
    RetentionResource(Desk desk, TeamTransactions transactions, RetentionStore retention) {
        this.desk = desk;
        this.transactions = transactions;
        this.retention = retention;
    }

    record Rules(@Nullable List<RetentionRule> rules) {

        List<RetentionRule> checked() {
            List<RetentionRule> given = Fields.required("/rules", rules);
            var checked = new java.util.ArrayList<RetentionRule>();
            var outcomes = new HashSet<>();
            for (int i = 0; i < given.size(); i++) {
                RetentionRule rule =
                        Fields.required("/rules/" + i, given.get(i)).checked("/rules/" + i);
                if (!outcomes.add(rule.outcome())) {
                    throw ProblemException.invalid(
                            "/rules/" + i + "/outcome", "expected one rule for each outcome");
                }
                checked.add(rule);
            }
            return checked;
        }
    }

    @GET
    public Uni<Rules> rules() {
        Acting acting = desk.member();
        return transactions
                .of(acting, session -> retention.rules(session, acting.team()))
                .map(Rules::new);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Rules> put(@Nullable Rules body) {
        Acting acting = desk.allow(Action.CONFIGURE);
        List<RetentionRule> wanted = Fields.required("/", body).checked();
        return transactions
                .of(acting, session -> retention.put(session, acting, wanted))
                .map(Rules::new);
    }
}
