package org.fairlead.cases.merge;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.fairlead.cases.request.EntityTags;
import org.fairlead.cases.request.Fields;
import org.jspecify.annotations.Nullable;

/// Merges a case into another one.
@Path("/api/cases/v1/cases/{id}/merge")
@Produces(MediaType.APPLICATION_JSON)
class MergeResource {

    private final Desk desk;
    private final TeamTransactions transactions;
    private final CaseReadStore reads;
    private final MergeStore merges;

    @Inject
    MergeResource(
            Desk desk, TeamTransactions transactions, CaseReadStore reads, MergeStore merges) {
        this.desk = desk;
        this.transactions = transactions;
        this.reads = reads;
        this.merges = merges;
    }

    record Merge(@Nullable UUID into, @Nullable String reason) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> merge(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Merge body) {
        Acting acting = desk.atCase(Action.EDIT);
        String expected = EntityTags.needed(ifMatch);
        Merge wanted = Fields.required("/", body);
        UUID into = Fields.required("/into", wanted.into());
        String reason = Fields.text("/reason", wanted.reason(), 2_000);
        return transactions
                .of(
                        acting,
                        session ->
                                merges.lockLeads(session, acting, id)
                                        .chain(() ->
                                                reads.fresh(
                                                        session, acting, id, expected, Action.EDIT))
                                        .chain(seen ->
                                                merges.merge(session, acting, id, into, reason))
                                        .chain(() -> reads.view(session, acting, id)))
                .map(MergeResource::tagged);
    }

    private static Response tagged(CaseFile view) {
        return Response.ok(view, MediaType.APPLICATION_JSON)
                .header("ETag", EntityTags.of(view.version()))
                .build();
    }
}
