package org.fairlead.service.caller;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/// Reads a [Caller] from a verified access token. The shape of the claims is in this module's
/// README.
final class TokenClaims {

    private TokenClaims() {}

    static Caller read(JsonWebToken token) {
        var teams = new HashMap<String, Set<Role>>();
        readOrganizations(token.getClaim("organization"), teams);
        readGroups(token.getClaim("groups"), teams);
        String username = text(token.getClaim("preferred_username"), token.getSubject());
        return new Caller(
                token.getSubject(),
                username,
                text(token.getClaim("name"), username),
                text(token.getClaim("azp"), ""),
                username.startsWith("service-account-"),
                teams,
                words(text(token.getClaim("scope"), "")),
                Set.copyOf(strings(at(token.getClaim("realm_access"), "roles"))),
                Optional.of(text(token.getClaim("clearance"), "")).filter(word -> !word.isBlank()),
                Set.copyOf(strings(token.getClaim("compartments"))));
    }

    /// `{"team-gulf": {"id": …, "roles": ["lead"], "groups": ["/lead"], "realm_access": {"roles":
    /// […]}}}`; a list of names gives membership only.
    private static void readOrganizations(@Nullable Object claim, Map<String, Set<Role>> teams) {
        if (claim instanceof JsonObject organizations) {
            organizations.forEach((team, value) -> {
                var roles = rolesOf(teams, team);
                if (value instanceof JsonObject details) {
                    addRoles(strings(details.get("roles")), roles);
                    addRoles(strings(details.get("groups")), roles);
                    addRoles(strings(at(details.get("realm_access"), "roles")), roles);
                }
            });
        } else {
            strings(claim).forEach(team -> rolesOf(teams, team));
        }
    }

    /// `["/team-gulf/case-worker"]`: full paths of groups, team first.
    private static void readGroups(@Nullable Object claim, Map<String, Set<Role>> teams) {
        for (String path : strings(claim)) {
            String[] steps = path.split("/", -1);
            if (steps.length == 3 && steps[0].isEmpty()) {
                Role.ofSlug(steps[2]).ifPresent(role -> rolesOf(teams, steps[1]).add(role));
            }
        }
    }

    private static Set<Role> rolesOf(Map<String, Set<Role>> teams, String team) {
        return teams.computeIfAbsent(team, name -> new LinkedHashSet<>());
    }

    private static void addRoles(List<String> names, Set<Role> roles) {
        for (String name : names) {
            Role.ofSlug(name.substring(name.lastIndexOf('/') + 1)).ifPresent(roles::add);
        }
    }

    private static @Nullable Object at(@Nullable Object claim, String field) {
        return claim instanceof JsonObject object ? object.get(field) : null;
    }

    private static List<String> strings(@Nullable Object claim) {
        return switch (claim) {
            case JsonArray array -> array.stream().map(TokenClaims::unquoted).toList();
            case java.util.Collection<?> collection ->
                    collection.stream().map(TokenClaims::unquoted).toList();
            case null, default -> List.of();
        };
    }

    private static String text(@Nullable Object claim, String otherwise) {
        return claim == null ? otherwise : unquoted(claim);
    }

    private static String unquoted(Object value) {
        return switch (value) {
            case JsonString string -> string.getString();
            case JsonValue other -> other.toString();
            default -> value.toString();
        };
    }

    private static Set<String> words(String text) {
        return java.util.Arrays.stream(text.split(" ", -1))
                .filter(word -> !word.isBlank())
                .collect(Collectors.toSet());
    }
}
