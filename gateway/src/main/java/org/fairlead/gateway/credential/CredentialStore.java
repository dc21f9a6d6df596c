package org.fairlead.gateway.credential;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairlead.gateway.provider.ProviderStore;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.representations.idm.AbstractUserRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;

/// Clients of the identity provider that belong to a team. Every method blocks.
///
/// A client belongs to the team whose member its service account is: what its tokens say, and
/// nothing else.
@ApplicationScoped
class CredentialStore {

    private static final int MOST = 1_000;
    private static final String MACHINE = "service-account-";
    private static final String PRIVATE_KEY = "client-jwt";
    private static final String CREATED_BY = "fairlead.created-by";
    private static final String CREATED_AT = "fairlead.created-at";

    /// What makes a token of this platform; the rest is what the client was given.
    private static final Set<String> ALWAYS =
            Set.of("basic", "profile", "fairlead", "organization");

    private static final int SUFFIX_BOUND = 1 << 24;

    private final ProviderStore provider;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CredentialStore(ProviderStore provider) {
        this.provider = provider;
        this.clock = Clock.systemUTC();
    }

    /// Empty too for a team the realm does not have.
    List<Credential> of(String team) {
        return organization(team).stream()
                .flatMap(organization -> machines(organization.getId()))
                .flatMap(clientId -> client(clientId).stream())
                .map(client -> credential(client, team))
                .sorted(Comparator.comparing(Credential::name).thenComparing(Credential::clientId))
                .toList();
    }

    /// Empty when the team has no such client.
    Optional<Credential> find(String team, String clientId) {
        return belonging(team, clientId).map(client -> credential(client, team));
    }

    /// @return the client's secret; empty for one that signs its own tokens
    Made create(NewCredential.Checked wish, String createdBy) {
        var organization =
                organization(wish.team())
                        .orElseThrow(() -> new IllegalStateException("no team " + wish.team()));
        addMissingScopes(wish.scopes());
        ClientRepresentation wanted = wanted(wish, createdBy);
        String id;
        try (var answer = provider.realm().clients().create(wanted)) {
            if (answer.getStatus() != 201) {
                throw new IllegalStateException(
                        "the identity provider answered %d to a new client"
                                .formatted(answer.getStatus()));
            }
            String path = answer.getLocation().getPath();
            id = path.substring(path.lastIndexOf('/') + 1);
        }
        ClientResource made = provider.realm().clients().get(id);
        try {
            join(organization.getId(), made.getServiceAccountUser().getId());
        } catch (RuntimeException fault) {
            // A client without a team would be nobody's to see or revoke.
            made.remove();
            throw fault;
        }
        return new Made(
                credential(made.toRepresentation(), wish.team()),
                wish.jwks().isPresent() ? null : made.getSecret().getValue());
    }

    record Made(Credential credential, @Nullable String secret) {}

    private ClientRepresentation wanted(NewCredential.Checked wish, String createdBy) {
        var wanted = new ClientRepresentation();
        wanted.setClientId(
                "integrator-%s-%06x".formatted(wish.slug(), random.nextInt(SUFFIX_BOUND)));
        wanted.setName(wish.name());
        wanted.setProtocol("openid-connect");
        wanted.setEnabled(true);
        wanted.setPublicClient(false);
        wanted.setStandardFlowEnabled(false);
        wanted.setDirectAccessGrantsEnabled(false);
        wanted.setServiceAccountsEnabled(true);
        wanted.setFullScopeAllowed(false);
        wanted.setDefaultClientScopes(
                Stream.concat(ALWAYS.stream(), wish.scopes().stream()).sorted().toList());
        wanted.setOptionalClientScopes(List.of());
        Map<String, String> attributes = new HashMap<>();
        attributes.put(CREATED_BY, createdBy);
        attributes.put(CREATED_AT, clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        wanted.setClientAuthenticatorType(wish.jwks().isPresent() ? PRIVATE_KEY : "client-secret");
        wish.jwks()
                .ifPresent(keys -> {
                    attributes.put("use.jwks.string", "true");
                    attributes.put("jwks.string", keys);
                });
        wanted.setAttributes(attributes);
        return wanted;
    }

    /// A realm made by an earlier version lacks the newer scopes.
    private void addMissingScopes(Set<String> wanted) {
        var scopes = provider.realm().clientScopes();
        Set<String> known =
                scopes.findAll().stream()
                        .map(ClientScopeRepresentation::getName)
                        .collect(Collectors.toSet());
        for (String name : wanted) {
            if (!known.contains(name)) {
                var scope = new ClientScopeRepresentation();
                scope.setName(name);
                scope.setProtocol("openid-connect");
                scope.setDescription(Scope.of(name).map(Scope::meaning).orElse(name));
                scope.setAttributes(Map.of("include.in.token.scope", "true"));
                scopes.create(scope).close();
            }
        }
    }

    private void join(String organization, String user) {
        try (var answer =
                provider.realm().organizations().get(organization).members().addMember(user)) {
            if (answer.getStatus() >= 300) {
                throw new IllegalStateException(
                        "the identity provider answered %d to a new member"
                                .formatted(answer.getStatus()));
            }
        }
    }

    /// Replaces the secret; the old one ends at once.
    ///
    /// @return empty when the team has no such client, or it has no secret
    Optional<String> rotate(String team, String clientId) {
        return belonging(team, clientId)
                .filter(client -> !PRIVATE_KEY.equals(client.getClientAuthenticatorType()))
                .map(client ->
                        provider.realm()
                                .clients()
                                .get(client.getId())
                                .generateNewSecret()
                                .getValue());
    }

    Optional<Credential> enable(String team, String clientId, boolean isEnabled) {
        return belonging(team, clientId)
                .map(client -> {
                    client.setEnabled(isEnabled);
                    provider.realm().clients().get(client.getId()).update(client);
                    return credential(client, team);
                });
    }

    boolean revoke(String team, String clientId) {
        var found = belonging(team, clientId);
        found.ifPresent(client -> provider.realm().clients().get(client.getId()).remove());
        return found.isPresent();
    }

    /// Empty for a client that is no more, or is switched off.
    Optional<Standing> standing(String clientId) {
        return client(clientId)
                .filter(client -> Boolean.TRUE.equals(client.isEnabled()))
                .map(client -> {
                    var user =
                            provider.realm().clients().get(client.getId()).getServiceAccountUser();
                    var full = provider.realm().users().get(user.getId()).toRepresentation();
                    return new Standing(
                            clientId,
                            user.getId(),
                            teamsOf(user.getId()),
                            new HashSet<>(scopes(client)),
                            attribute(full, "clearance").findFirst(),
                            attribute(full, "compartments").collect(Collectors.toSet()));
                });
    }

    private Set<String> teamsOf(String user) {
        return provider.realm().organizations().members().getOrganizations(user, true).stream()
                .map(OrganizationRepresentation::getAlias)
                .collect(Collectors.toSet());
    }

    private static Stream<String> attribute(AbstractUserRepresentation user, String name) {
        var attributes = user.getAttributes();
        return attributes == null
                ? Stream.empty()
                : attributes.getOrDefault(name, List.of()).stream();
    }

    private Optional<ClientRepresentation> belonging(String team, String clientId) {
        return organization(team)
                .filter(organization -> machines(organization.getId()).anyMatch(clientId::equals))
                .flatMap(organization -> client(clientId));
    }

    private Optional<OrganizationRepresentation> organization(String team) {
        return provider.realm().organizations().list(0, MOST).stream()
                .filter(organization -> team.equals(organization.getAlias()))
                .findFirst();
    }

    /// Ids of the clients whose service accounts are members.
    private Stream<String> machines(String organization) {
        return provider.realm().organizations().get(organization).members().list(0, MOST).stream()
                .map(AbstractUserRepresentation::getUsername)
                .filter(Objects::nonNull)
                .filter(name -> name.startsWith(MACHINE))
                .map(name -> name.substring(MACHINE.length()));
    }

    private Optional<ClientRepresentation> client(String clientId) {
        return provider.realm().clients().findByClientId(clientId).stream().findFirst();
    }

    private static Credential credential(ClientRepresentation client, String team) {
        Map<String, String> attributes =
                client.getAttributes() == null ? Map.of() : client.getAttributes();
        return new Credential(
                client.getClientId(),
                team,
                client.getName() == null || client.getName().isBlank()
                        ? client.getClientId()
                        : client.getName(),
                scopes(client),
                PRIVATE_KEY.equals(client.getClientAuthenticatorType()) ? "private-key" : "secret",
                Boolean.TRUE.equals(client.isEnabled()),
                attributes.get(CREATED_BY),
                attributes.get(CREATED_AT));
    }

    private static List<String> scopes(ClientRepresentation client) {
        return client.getDefaultClientScopes() == null
                ? List.of()
                : client.getDefaultClientScopes().stream()
                        .filter(scope -> Scope.of(scope).isPresent())
                        .toList();
    }
}
