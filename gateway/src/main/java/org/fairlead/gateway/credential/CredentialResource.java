package org.fairlead.gateway.credential;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fairlead.contracts.problem.Page;
import org.fairlead.gateway.problem.GatewayProblem;
import org.fairlead.service.caller.Caller;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.caller.Role;
import org.fairlead.service.problem.ProblemException;
import org.fairlead.service.problem.ServiceProblem;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Made, switched off and revoked by a team's leads and administrators.
@Path("/api/credentials/v1")
@Authenticated
@Blocking
public class CredentialResource {

    private static final Logger LOG = Logger.getLogger(CredentialResource.class);

    private final CredentialStore store;
    private final Standings standings;
    private final CredentialConfig config;
    private final CallerProducer callers;
    private final Event<Revoked> revoked;

    CredentialResource(
            CredentialStore store,
            Standings standings,
            CredentialConfig config,
            CallerProducer callers,
            Event<Revoked> revoked) {
        this.store = store;
        this.standings = standings;
        this.config = config;
        this.callers = callers;
        this.revoked = revoked;
    }

    /// A scope and what it gives.
    public record ScopeView(String scope, String meaning) {}

    /// @param isEnabled false: no new token from now on
    public record Switch(@Nullable Boolean isEnabled) {}

    @GET
    @Path("scopes")
    @Operation(summary = "What a client may be given")
    public List<ScopeView> scopes() {
        callers.member();
        return Arrays.stream(Scope.values())
                .map(scope -> new ScopeView(scope.text(), scope.meaning()))
                .toList();
    }

    @GET
    @Operation(summary = "Clients of a team, without their secrets")
    public Page<Credential> list(@QueryParam("team") @Nullable String team) {
        String acting = administered(team);
        return new Page<>(asked(() -> store.of(acting)), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Make a client for an integrator",
            description = "The secret is in this answer and never again.")
    public RestResponse<Issued> create(@Nullable NewCredential wish) {
        if (wish == null) {
            throw ProblemException.invalid("/", "expected an object with team, name and scopes");
        }
        var checked = wish.checked();
        Caller caller = callers.caller();
        administered(checked.team());
        if (asked(() -> store.of(checked.team())).size() >= config.mostPerTeam()) {
            throw new ProblemException(
                    ServiceProblem.CONFLICT,
                    "The team has %d clients already. Revoke one that is no longer used."
                            .formatted(config.mostPerTeam()));
        }
        var made = asked(() -> store.create(checked, caller.username()));
        LOG.infof(
                "credential made client=%s team=%s scopes=%s by=%s",
                made.credential().clientId(),
                checked.team(),
                made.credential().scopes(),
                caller.username());
        return RestResponse.status(
                RestResponse.Status.CREATED,
                new Issued(made.credential(), made.secret(), config.tokenUrl()));
    }

    @POST
    @Path("{clientId}/secret")
    @Operation(
            summary = "Replace the secret",
            description =
                    "The old one ends at once; the new one is in this answer and never again.")
    public Issued rotate(
            @PathParam("clientId") String clientId, @QueryParam("team") @Nullable String team) {
        String acting = administered(team);
        Credential credential = found(asked(() -> store.find(acting, clientId)));
        String secret =
                asked(() -> store.rotate(acting, clientId))
                        .orElseThrow(() ->
                                new ProblemException(
                                        ServiceProblem.CONFLICT,
                                        "This client signs its own tokens and has no secret."));
        LOG.infof("credential rotated client=%s by=%s", clientId, callers.caller().username());
        return new Issued(credential, secret, config.tokenUrl());
    }

    @PUT
    @Path("{clientId}/state")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Switch a client off or on")
    public Credential switched(
            @PathParam("clientId") String clientId,
            @QueryParam("team") @Nullable String team,
            @Nullable Switch wish) {
        String acting = administered(team);
        if (wish == null || wish.isEnabled() == null) {
            throw ProblemException.invalid("/isEnabled", "expected true or false");
        }
        boolean isEnabled = wish.isEnabled();
        var credential = found(asked(() -> store.enable(acting, clientId, isEnabled)));
        standings.forget(clientId);
        LOG.infof(
                "credential switched client=%s enabled=%s by=%s",
                clientId, isEnabled, callers.caller().username());
        return credential;
    }

    @DELETE
    @Path("{clientId}")
    @Operation(
            summary = "Revoke a client",
            description =
                    "It gets no token any more; one it has already ends by itself within minutes. "
                            + "Its webhooks stop.")
    public void revoke(
            @PathParam("clientId") String clientId, @QueryParam("team") @Nullable String team) {
        String acting = administered(team);
        if (!asked(() -> store.revoke(acting, clientId))) {
            throw ProblemException.notFound();
        }
        standings.forget(clientId);
        revoked.fire(new Revoked(clientId));
        LOG.infof("credential revoked client=%s by=%s", clientId, callers.caller().username());
    }

    /// The team the caller administers, or a refusal. Clients administer nothing.
    private String administered(@Nullable String named) {
        Caller caller = callers.member();
        String team = callers.actingTeam(named);
        if (caller.isMachine()
                || !(caller.has(Role.LEAD, team) || caller.has(Role.ORG_ADMIN, team))) {
            throw new ProblemException(
                    ServiceProblem.FORBIDDEN,
                    "Credentials are for a team's leads and administrators.");
        }
        return team;
    }

    private static Credential found(Optional<Credential> credential) {
        return credential.orElseThrow(ProblemException::notFound);
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (ProblemException refusal) {
            throw refusal;
        } catch (RuntimeException fault) {
            LOG.warnf("identity provider does not do as asked cause=%s", fault);
            throw new ProblemException(
                    GatewayProblem.IDENTITY_PROVIDER_UNAVAILABLE,
                    "Credentials cannot be read or changed now. Try again in a moment.");
        }
    }
}
