package org.fairlead.imagery.association;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fairlead.contracts.imagery.Association;
import org.fairlead.contracts.imagery.Association.Stance;
import org.fairlead.imagery.fault.Faults;
import org.fairlead.service.caller.Caller;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.problem.ProblemException;
import org.fairlead.service.problem.ServiceProblem;
import org.jspecify.annotations.Nullable;

/// People confirm or reject that a ship seen is this ship.
@Path("/api/imagery/v1/sightings/{id}/associations")
public class AssociationResource {

    private static final String SCOPE = "sightings:write";
    private static final int LONGEST_REASON = 4_000;

    private final AssociationStore store;
    private final CallerProducer callers;

    @Inject
    AssociationResource(AssociationStore store, CallerProducer callers) {
        this.store = store;
        this.callers = callers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Confirm or reject that the ship seen is this ship",
            description =
                    "Say `stance` (`confirm` or `reject`) with a `reason`, of the ship a `verdictId` names or of an `mmsi`. One person's word proposes; a second person's confirms. Whoever has said something takes it back before saying the opposite.")
    public Uni<Response> say(@PathParam("id") UUID sighting, @Nullable AssociationInput input) {
        Caller caller = person();
        if (input == null) {
            throw ProblemException.invalid(
                    "/", "a stance, a reason and a verdictId or an mmsi are expected in the body");
        }
        return store.say(sighting, checked(input, caller)).map(AssociationResource::answer);
    }

    /// A confirmation is a person's finding.
    private Caller person() {
        Caller caller = callers.writer(SCOPE);
        if (caller.isMachine()) {
            throw new ProblemException(
                    ServiceProblem.FORBIDDEN,
                    "People confirm and reject, not clients: log in as a person.");
        }
        return caller;
    }

    private static AssociationStore.Statement checked(AssociationInput input, Caller caller) {
        var faults = new Faults();
        String reason = faults.neededText("reason", input.reason(), LONGEST_REASON);
        String mmsi = faults.optionalText("mmsi", input.mmsi(), 9);
        if (mmsi != null && !mmsi.matches("[0-9]{9}")) {
            faults.add("mmsi", "expected nine digits");
        }
        if (mmsi == null && input.verdictId() == null) {
            faults.add("mmsi", "missing: name the ship by mmsi, or the verdict by verdictId");
        }
        String stance = faults.neededText("stance", input.stance(), 20);
        boolean isReject = stance.equals("reject");
        if (!stance.isEmpty() && !isReject && !stance.equals("confirm")) {
            faults.add("stance", "expected confirm or reject, was " + stance);
        }
        if (!faults.found().isEmpty()) {
            throw ProblemException.invalid(faults.found());
        }
        return new AssociationStore.Statement(
                caller.subject(),
                caller.username(),
                mmsi,
                input.verdictId(),
                isReject ? Stance.REJECT : Stance.CONFIRM,
                reason);
    }

    private static Response answer(AssociationStore.Result result) {
        return switch (result) {
            case AssociationStore.Result.Done(var association) ->
                    Response.status(201).entity(association).build();
            case AssociationStore.Result.Unchanged(var association) ->
                    Response.ok(association).build();
            case AssociationStore.Result.NoSighting() -> throw ProblemException.notFound();
            case AssociationStore.Result.SightingWithdrawn() ->
                    throw conflict(
                            "The sighting was withdrawn, so there is nothing to confirm or reject.");
            case AssociationStore.Result.NoVerdict() ->
                    throw ProblemException.invalid(
                            "/verdictId",
                            "expected a verdict of this sighting, and of the ship named");
            case AssociationStore.Result.SaysOtherwise() ->
                    throw conflict(
                            "You have said the opposite of this ship. Take that back first, by DELETE on this list with her MMSI.");
            case AssociationStore.Result.OtherShipConfirmed(var vessel) ->
                    throw conflict(
                            "This sighting is confirmed to be %s (MMSI %s), and it is of one ship. One of those who confirmed has to take that back first."
                                    .formatted(
                                            vessel.name() == null ? "another ship" : vessel.name(),
                                            vessel.mmsi()));
            case AssociationStore.Result.NoStatement() ->
                    throw new ProblemException(
                            ServiceProblem.NOT_FOUND,
                            "You have said nothing of this sighting and this ship that stands.");
        };
    }

    private static ProblemException conflict(String detail) {
        return new ProblemException(ServiceProblem.CONFLICT, detail);
    }

    @GET
    @Operation(
            summary = "What people have said of this sighting, ship by ship",
            description =
                    "Every statement ever made, the withdrawn ones with the time they were taken back.")
    public Uni<Associations> list(@PathParam("id") UUID sighting) {
        var unused = callers.member();
        return store.ofSighting(sighting).map(Associations::new);
    }

    /// @param items the newest change first
    public record Associations(List<Association> items) {

        public Associations {
            items = List.copyOf(items);
        }
    }

    @DELETE
    @Path("{mmsi}")
    @Operation(
            summary = "Take back what you said of this ship",
            description = "Only your own word; it stays readable as withdrawn.")
    public Uni<Response> withdraw(@PathParam("id") UUID sighting, @PathParam("mmsi") String mmsi) {
        Caller caller = person();
        return store.withdraw(sighting, mmsi.strip().toLowerCase(Locale.ROOT), caller.subject())
                .map(result ->
                        result instanceof AssociationStore.Result.Done(var association)
                                ? Response.ok(association).build()
                                : answer(result));
    }
}
