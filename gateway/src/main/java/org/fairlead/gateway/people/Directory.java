package org.fairlead.gateway.people;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.fairlead.gateway.problem.GatewayProblem;
import org.fairlead.service.problem.ProblemException;
import org.jboss.logging.Logger;

/// Teams and people, without asking the identity provider for every page somebody opens.
@ApplicationScoped
class Directory {

    private static final Logger LOG = Logger.getLogger(Directory.class);

    private final KeycloakStore store;
    private final PeopleConfig config;
    private final Remembered<Map<String, Team>> teams;
    private final Map<String, Remembered<List<Person>>> members = new ConcurrentHashMap<>();

    Directory(KeycloakStore store, PeopleConfig config) {
        this.store = store;
        this.config = config;
        this.teams = remembered(store::teams);
    }

    /// By alias.
    ///
    /// @return a failure `identity-provider-unavailable` when it is away for longer
    Uni<Map<String, Team>> teams() {
        return teams.get().onFailure().transform(Directory::away);
    }

    /// Empty for a team the realm does not have.
    Uni<List<Person>> members(String alias) {
        return teams().chain(known -> {
            Team team = known.get(alias);
            return team == null ? Uni.createFrom().item(List.<Person>of()) : members(team);
        });
    }

    private Uni<List<Person>> members(Team team) {
        return members.computeIfAbsent(
                        team.organization(), id -> remembered(() -> store.members(team)))
                .get()
                .onFailure()
                .transform(Directory::away);
    }

    private <V> Remembered<V> remembered(Supplier<V> asking) {
        return new Remembered<>(
                () ->
                        Uni.createFrom()
                                .item(asking)
                                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                                .ifNoItem()
                                .after(config.timeout())
                                .fail(),
                config.fresh(),
                config.usable(),
                Clock.systemUTC());
    }

    private static Throwable away(Throwable fault) {
        LOG.warnf("identity provider does not answer cause=%s", fault);
        return new ProblemException(
                GatewayProblem.IDENTITY_PROVIDER_UNAVAILABLE,
                "People and teams cannot be read now. Try again in a moment.");
    }
}
