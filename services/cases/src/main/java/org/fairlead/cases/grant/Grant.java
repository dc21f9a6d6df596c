package org.fairlead.cases.grant;

import java.time.Instant;
import java.util.UUID;
import org.fairlead.cases.access.GrantRole;
import org.fairlead.cases.access.GranteeKind;
import org.jspecify.annotations.Nullable;

/// Somebody to whom the case is open beside its team's own rule.
///
/// @param grantee a person's id at the identity provider, a team's alias, or a client id
/// @param isExpired whether it no longer opens anything; it stays listed until revoked
public record Grant(
        UUID id,
        GranteeKind kind,
        String grantee,
        String name,
        GrantRole role,
        @Nullable Instant expiresAt,
        boolean isExpired,
        @Nullable String reason,
        String grantedBy,
        Instant grantedAt) {}
