package org.fairlead.cases.merge;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.fairlead.cases.casefile.CaseAnswers;
import org.fairlead.cases.casefile.CaseReadStore;
import org.fairlead.cases.request.Answer;
import org.fairlead.cases.request.AnsweredStore;
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
    private final AnsweredStore answered;
    private final ObjectMapper json;

    @Inject
    MergeResource(
            Desk desk,
            TeamTransactions transactions,
            CaseReadStore reads,
            MergeStore merges,
            AnsweredStore answered,
            ObjectMapper json) {
        this.desk = desk;
        this.transactions = transactions;
        this.reads = reads;
        this.merges = merges;
        this.answered = answered;
        this.json = json;
    }

    record Merge(@Nullable UUID into, @Nullable String reason) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> merge(
            UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable Merge body) {
        Acting acting = desk.atCase(Action.EDIT);
        String expected = EntityTags.needed(ifMatch);
        Merge wanted = Fields.required("/", body);
        UUID into = Fields.required("/into", wanted.into());
        String reason = Fields.text("/reason", wanted.reason(), 2_000);
        return answered.answered(
                        acting,
                        answered.request(key, "/cases/" + id + "/merge", wanted),
                        session -> reads.view(session, acting, id),
                        session ->
                                merges.lockLeads(session, acting, id)
                                        .chain(() ->
                                                reads.fresh(
                                                        session, acting, id, expected, Action.EDIT))
                                        .chain(seen ->
                                                merges.merge(session, acting, id, into, reason))
                                        .chain(() -> reads.view(session, acting, id))
                                        .map(view -> CaseAnswers.changed(view, json)))
                .map(Answer::response);
    }
}
