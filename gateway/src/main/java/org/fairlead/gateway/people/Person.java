package org.fairlead.gateway.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A member of a team.
///
/// @param roles in that team, `case-worker` and the like; none for a service account
public record Person(
        String id,
        String username,
        String displayName,
        @Nullable String email,
        List<String> roles,
        boolean isMachine) {

    public Person {
        roles = List.copyOf(roles);
    }
}
