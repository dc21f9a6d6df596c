package org.fairlead.cases.field;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.Desk;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.request.Fields;
import org.fairlead.cases.request.ListQuery;
import org.fairlead.cases.request.Listing;
import org.fairlead.contracts.problem.Page;
import org.jspecify.annotations.Nullable;

/// The fields the acting team gives its cases.
@Path("/api/cases/v1/fields")
@Produces(MediaType.APPLICATION_JSON)
class FieldResource {

    private static final Listing<CustomField> LISTING =
            Listing.byName(CustomField::key, CustomField::key, CustomField::changedOrEver);

    private final Desk desk;
    private final TeamTransactions transactions;
    private final FieldStore fields;

    @Inject
    FieldResource(Desk desk, TeamTransactions transactions, FieldStore fields) {
        this.desk = desk;
        this.transactions = transactions;
        this.fields = fields;
    }

    /// A team has few of them: one page holds all.
    @GET
    public Uni<Page<CustomField>> list(@BeanParam ListQuery query) {
        Acting acting = desk.member();
        return transactions
                .of(acting, session -> fields.of(session, acting.team()))
                .map(all -> LISTING.page(all, query));
    }

    record FieldBody(
            @Nullable String label, @Nullable FieldKind kind, @Nullable List<String> choices) {}

    @PUT
    @Path("{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<CustomField> put(String key, @Nullable FieldBody body) {
        Acting acting = desk.allow(Action.CONFIGURE);
        FieldBody given = Fields.required("/", body);
        List<String> choices = given.choices();
        CustomField wanted =
                new CustomField(
                                key,
                                given.label(),
                                given.kind(),
                                choices == null ? List.of() : choices,
                                null)
                        .checked();
        return transactions.of(acting, session -> fields.put(session, acting, wanted));
    }

    /// Values that cases have keep standing there.
    @DELETE
    @Path("{key}")
    public Uni<Response> remove(String key) {
        Acting acting = desk.allow(Action.CONFIGURE);
        return transactions
                .of(acting, session -> fields.remove(session, acting, key))
                .map(done -> Response.noContent().build());
    }
}
