package org.fairlead.cases.handover;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.fairlead.cases.access.Actor;
import org.fairlead.cases.access.Desk;
import org.fairlead.cases.request.Fields;
import org.fairlead.cases.request.Person;
import org.fairlead.contracts.problem.Page;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Gives a case whose leads are gone a new lead. Whoever does it administers the platform, sees
/// nothing of the case, not even whether there is one, and is named in its history.
@Path("/api/cases/v1/handovers")
@Produces(MediaType.APPLICATION_JSON)
class HandoverResource {

    private final Desk desk;
    private final HandoverStore handovers;

    @Inject
    HandoverResource(Desk desk, HandoverStore handovers) {
        this.desk = desk;
        this.handovers = handovers;
    }

    record NewHandover(@Nullable String number, @Nullable Person to, @Nullable String reason) {}

    /// Answers the same whether or not there is a case of that number, and whether or not it was an
    /// orphan: who asked learns it from the new lead.
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> handOver(@Nullable NewHandover body) {
        Actor actor = desk.platformAdministrator();
        NewHandover wanted = Fields.required("/", body);
        String number = Fields.text("/number", wanted.number(), 100);
        Person to = Person.checked("/to", wanted.to());
        if (to.requiredSubject().equals(actor.subject())) {
            throw ProblemException.invalid("/to/subject", "expected somebody other than yourself");
        }
        String reason = Fields.text("/reason", wanted.reason(), 2_000);
        return handovers
                .handOver(actor, number, to, reason)
                .map(kept -> Response.accepted(kept).build());
    }

    /// The log of it: what was asked for, by whom and why; never whether it found a case.
    @GET
    public Uni<Page<Handover>> list() {
        var _ = desk.platformAdministrator();
        return handovers.all().map(all -> new Page<>(all, null));
    }
}
