package org.fairlead.cases.grant;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.request.Fields;
import org.fairlead.service.caller.Caller;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Which of some cases and leads a client sees now, asked by the platform itself before a webhook
/// tells of them: there the client does not call, so there is no token of its own.
@Path("/api/cases/v1/visible/of-client")
@Produces(MediaType.APPLICATION_JSON)
class ClientVisibilityResource {

    private final CallerProducer callers;
    private final VisibilityStore visible;
    private final String platform;

    @Inject
    ClientVisibilityResource(
            CallerProducer callers,
            VisibilityStore visible,
            @ConfigProperty(name = "cases.platform-client") String platform) {
        this.callers = callers;
        this.visible = visible;
        this.platform = platform;
    }

    /// What the client's next token would say, read from the identity provider.
    record Question(
            @Nullable String clientId,
            @Nullable String subject,
            @Nullable String team,
            @Nullable List<String> scopes,
            @Nullable String clearance,
            @Nullable List<String> compartments,
            @Nullable List<UUID> caseIds,
            @Nullable List<UUID> leadIds) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "For the platform's own client: what another client sees")
    public Uni<VisibilityStore.Things> visible(@Nullable Question body) {
        Caller asking = callers.caller();
        if (!asking.isMachine() || !asking.client().equals(platform)) {
            throw ProblemException.notFound();
        }
        Question question = Fields.required("/", body);
        String team = Fields.required("/team", question.team());
        String clientId = Fields.required("/clientId", question.clientId());
        var client =
                new Caller(
                        Fields.required("/subject", question.subject()),
                        clientId,
                        clientId,
                        clientId,
                        true,
                        Map.of(team, Set.of()),
                        words(question.scopes()),
                        Set.of(),
                        Optional.ofNullable(question.clearance()),
                        words(question.compartments()));
        return visible.among(new Acting(client, team), question.caseIds(), question.leadIds());
    }

    private static Set<String> words(@Nullable List<String> list) {
        return list == null ? Set.of() : Set.copyOf(list);
    }
}
