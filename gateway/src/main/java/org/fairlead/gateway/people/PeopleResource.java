package org.fairlead.gateway.people;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fairlead.contracts.problem.Page;
import org.fairlead.service.caller.CallerProducer;

/// Who calls, and who is in a team.
@Path("/api")
@Authenticated
public class PeopleResource {

    private final CallerProducer callers;
    private final Directory directory;

    PeopleResource(CallerProducer callers, Directory directory) {
        this.callers = callers;
        this.directory = directory;
    }

    @GET
    @Path("me")
    @Operation(summary = "Who calls, with teams and roles")
    public Uni<Me> me() {
        var caller = callers.caller();
        // Names only: whoever calls gets in while the identity provider is away.
        return directory
                .teams()
                .onFailure()
                .recoverWithItem(Map.of())
                .map(names -> Me.of(caller, names));
    }

    @GET
    @Path("teams/{team}/people")
    @Operation(summary = "Members of a team the caller is in, with their roles")
    public Uni<Page<Person>> people(@PathParam("team") String team) {
        return directory.members(callers.actingTeam(team)).map(people -> new Page<>(people, null));
    }
}
