package org.fairlead.cases.access;

/// One grant that applies to the present caller: not expired, not revoked.
public record CaseGrant(GranteeKind kind, GrantRole role) {}
