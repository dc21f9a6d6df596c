package org.fairlead.gateway.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairlead.gateway.provider.ProviderStore;
import org.keycloak.representations.idm.AbstractUserRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/// Teams and people as the identity provider has them. Every method blocks.
@ApplicationScoped
class KeycloakStore {

    private static final int MOST = 1_000;
    private static final String MACHINE = "service-account-";

    private final ProviderStore provider;

    KeycloakStore(ProviderStore provider) {
        this.provider = provider;
    }

    Map<String, Team> teams() {
        return provider.realm().organizations().list(0, MOST).stream()
                .map(KeycloakStore::team)
                .collect(Collectors.toMap(Team::alias, team -> team, (a, b) -> a, TreeMap::new));
    }

    private static Team team(OrganizationRepresentation organization) {
        return new Team(organization.getAlias(), organization.getName(), organization.getId());
    }

    List<Person> members(Team team) {
        Map<String, TreeSet<String>> roles = rolesByMember(team);
        return provider
                .realm()
                .organizations()
                .get(team.organization())
                .members()
                .list(0, MOST)
                .stream()
                .map(member -> person(member, roles))
                .sorted(Comparator.comparing(Person::username))
                .toList();
    }

    private Map<String, TreeSet<String>> rolesByMember(Team team) {
        var groups = provider.proxy(OrganizationGroups.class);
        var roles = new TreeMap<String, TreeSet<String>>();
        for (var group : groups.groups(provider.realmName(), team.organization(), MOST)) {
            for (var member :
                    groups.members(
                            provider.realmName(), team.organization(), group.getId(), MOST)) {
                roles.computeIfAbsent(member.getId(), id -> new TreeSet<>()).add(group.getName());
            }
        }
        return roles;
    }

    private static Person person(UserRepresentation member, Map<String, TreeSet<String>> roles) {
        String username = member.getUsername();
        return new Person(
                member.getId(),
                username,
                displayName(member),
                member.getEmail(),
                List.copyOf(roles.getOrDefault(member.getId(), new TreeSet<>())),
                username.startsWith(MACHINE));
    }

    private static String displayName(AbstractUserRepresentation member) {
        String name =
                Stream.of(member.getFirstName(), member.getLastName())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
        return name.isBlank() ? member.getUsername() : name;
    }
}
