package org.fairlead.gateway.credential;

import java.util.Optional;
import java.util.Set;

/// What a client is now, as the identity provider says: what its next token would carry.
public record Standing(
        String clientId,
        String subject,
        Set<String> teams,
        Set<String> scopes,
        Optional<String> clearance,
        Set<String> compartments) {

    public Standing {
        teams = Set.copyOf(teams);
        scopes = Set.copyOf(scopes);
        compartments = Set.copyOf(compartments);
    }
}
