package org.fairlead.cases.handover;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.fairlead.cases.access.Actor;
import org.fairlead.cases.access.Desk;
import org.fairlead.cases.request.Answer;
import org.fairlead.cases.request.AnsweredStore;
import org.fairlead.cases.request.Fields;
import org.fairlead.cases.request.ListQuery;
import org.fairlead.cases.request.Listing;
import org.fairlead.cases.request.Person;
import org.fairlead.contracts.problem.Page;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Gives a case whose leads are gone a new lead. Whoever does it administers the platform, sees
/// nothing of the case, not even whether there is one, and is named in its history.
@Path("/api/cases/v1/handovers")
@Produces(MediaType.APPLICATION_JSON)
class HandoverResource {

    private static final Listing<Handover> LISTING =
            Listing.newestFirst(Handover::at, Handover::id);

    private final Desk desk;
    private final HandoverStore handovers;
    private final AnsweredStore answered;
    private final ObjectMapper json;

    @Inject
    HandoverResource(
            Desk desk, HandoverStore handovers, AnsweredStore answered, ObjectMapper json) {
        this.desk = desk;
        this.handovers = handovers;
        this.answered = answered;
        this.json = json;
    }

    record NewHandover(@Nullable String number, @Nullable Person to, @Nullable String reason) {}

    /// Answers the same whether or not there is a case of that number, and whether or not it was an
    /// orphan: who asked learns it from the new lead.
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> handOver(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable NewHandover body) {
        Actor actor = desk.platformAdministrator();
        NewHandover wanted = Fields.required("/", body);
        String number = Fields.text("/number", wanted.number(), 100);
        Person to = Person.checked("/to", wanted.to());
        if (to.requiredSubject().equals(actor.subject())) {
            throw ProblemException.invalid("/to/subject", "expected somebody other than yourself");
        }
        String reason = Fields.text("/reason", wanted.reason(), 2_000);
        return handovers
                .handOver(
                        actor,
                        answered.request(key, "/handovers", wanted),
                        number,
                        to,
                        reason,
                        kept -> Answer.of(202, kept, null, null, json))
                .map(Answer::response);
    }

    /// The log of it: what was asked for, by whom and why; never whether it found a case.
    @GET
    public Uni<Page<Handover>> list(@BeanParam ListQuery query) {
        var _ = desk.platformAdministrator();
        return handovers.all().map(all -> LISTING.page(all, query));
    }
}
