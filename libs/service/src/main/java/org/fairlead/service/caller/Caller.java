package org.fairlead.service.caller;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Who calls, as the verified token says.
///
/// @param subject the identity provider's id of the person or service account
/// @param username for display and audit
/// @param client the OAuth client the token was issued to
/// @param isMachine a service account, limited by its scopes
/// @param teams roles per team; a team without roles gives membership only
/// @param scopes what the client was granted, `ais:write` and the like
/// @param realmRoles instance-wide roles; none of them opens a case
/// @param clearance up to which handling code the caller may see, as the claim `clearance` spells
///   it (`tlp-red`); absent where the token says nothing
/// @param compartments what the caller was read into, from the claim `compartments`
public record Caller(
        String subject,
        String username,
        String displayName,
        String client,
        boolean isMachine,
        Map<String, Set<Role>> teams,
        Set<String> scopes,
        Set<String> realmRoles,
        Optional<String> clearance,
        Set<String> compartments) {

    public Caller {
        var sorted = new TreeMap<String, Set<Role>>();
        teams.forEach((team, roles) -> sorted.put(team, Set.copyOf(roles)));
        teams = java.util.Collections.unmodifiableMap(sorted);
        scopes = Set.copyOf(scopes);
        realmRoles = Set.copyOf(realmRoles);
        compartments = Set.copyOf(compartments);
    }

    /// A caller whose token says nothing of clearance and compartments.
    public Caller(
            String subject,
            String username,
            String displayName,
            String client,
            boolean isMachine,
            Map<String, Set<Role>> teams,
            Set<String> scopes,
            Set<String> realmRoles) {
        this(
                subject,
                username,
                displayName,
                client,
                isMachine,
                teams,
                scopes,
                realmRoles,
                Optional.empty(),
                Set.of());
    }

    public boolean isMemberOf(String team) {
        return teams.containsKey(team);
    }

    public boolean has(Role role, String team) {
        return teams.getOrDefault(team, Set.of()).contains(role);
    }

    public boolean hasInAnyTeam(Role role) {
        return teams.values().stream().anyMatch(roles -> roles.contains(role));
    }

    public boolean hasScope(String scope) {
        return scopes.contains(scope);
    }
}
