package org.fairlead.cases.retention;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.Desk;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.casefile.CaseFile;
import org.fairlead.cases.casefile.CaseReadStore;
import org.fairlead.cases.casefile.CaseStore;
import org.fairlead.cases.request.EntityTags;
import org.fairlead.cases.request.Fields;
import org.jspecify.annotations.Nullable;

/// A legal hold: while it stands, nobody deletes the case and no rule disposes of it.
@Path("/api/cases/v1/cases/{id}/hold")
@Produces(MediaType.APPLICATION_JSON)
class HoldResource {

    private static final int LONGEST_REASON = 2_000;

    private final Desk desk;
    private final TeamTransactions transactions;
    private final CaseStore cases;
    private final CaseReadStore reads;

    @Inject
    HoldResource(Desk desk, TeamTransactions transactions, CaseStore cases, CaseReadStore reads) {
        this.desk = desk;
        this.transactions = transactions;
        this.cases = cases;
        this.reads = reads;
    }

    record Hold(@Nullable String reason) {}

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> hold(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Hold body) {
        return held(id, ifMatch, body, true);
    }

    @DELETE
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> lift(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Hold body) {
        return held(id, ifMatch, body, false);
    }

    private Uni<Response> held(
            UUID id, @Nullable String ifMatch, @Nullable Hold body, boolean isHeld) {
        Acting acting = desk.atCase(Action.DELETE);
        String expected = EntityTags.needed(ifMatch);
        String reason = Fields.text("/reason", Fields.required("/", body).reason(), LONGEST_REASON);
        return transactions
                .of(
                        acting,
                        session ->
                                reads.fresh(session, acting, id, expected, Action.DELETE)
                                        .chain(seen ->
                                                cases.hold(session, acting, id, reason, isHeld))
                                        .chain(() -> reads.view(session, acting, id)))
                .map(HoldResource::tagged);
    }

    private static Response tagged(CaseFile view) {
        return Response.ok(view, MediaType.APPLICATION_JSON)
                .header("ETag", EntityTags.of(view.version()))
                .build();
    }
}
