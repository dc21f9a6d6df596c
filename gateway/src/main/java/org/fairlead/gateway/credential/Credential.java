package org.fairlead.gateway.credential;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A client that belongs to a team, without its secret.
///
/// @param clientId what it names itself to the identity provider
/// @param scopes sorted
/// @param authentication `secret`, or `private-key` (a signed JWT)
/// @param createdBy username; absent for a client that was not made here
/// @param createdAt RFC 3339, UTC; absent as above
@Schema(name = "Credential")
public record Credential(
        String clientId,
        String team,
        String name,
        List<String> scopes,
        String authentication,
        boolean isEnabled,
        @Nullable String createdBy,
        @Nullable String createdAt) {

    public Credential {
        scopes = scopes.stream().sorted().toList();
    }
}
