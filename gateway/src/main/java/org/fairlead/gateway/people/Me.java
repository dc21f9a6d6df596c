package org.fairlead.gateway.people;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fairlead.service.caller.Caller;
import org.fairlead.service.caller.Role;

/// Who calls, for a page that greets them.
///
/// @param csrf the header that cookie calls carry when they change something
public record Me(
        String id,
        String username,
        String displayName,
        boolean isMachine,
        List<Membership> teams,
        List<String> realmRoles,
        List<String> scopes,
        Csrf csrf) {

    /// A team the caller is in.
    public record Membership(String id, String name, List<String> roles) {}

    /// A header and its value.
    public record Csrf(String header, String value) {}

    /// @param names of teams by alias; a team missing there goes by its alias
    static Me of(Caller caller, Map<String, Team> names) {
        return new Me(
                caller.subject(),
                caller.username(),
                caller.displayName(),
                caller.isMachine(),
                caller.teams().entrySet().stream()
                        .map(team -> membership(team.getKey(), team.getValue(), names))
                        .toList(),
                caller.realmRoles().stream().sorted().toList(),
                caller.scopes().stream().sorted().toList(),
                new Csrf("Fairlead-Request", "browser"));
    }

    private static Membership membership(String alias, Set<Role> roles, Map<String, Team> names) {
        Team known = names.get(alias);
        return new Membership(
                alias,
                known == null ? alias : known.name(),
                roles.stream().map(Role::slug).sorted().toList());
    }
}
