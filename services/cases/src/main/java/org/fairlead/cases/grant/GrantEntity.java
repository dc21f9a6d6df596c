package org.fairlead.cases.grant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.fairlead.cases.access.GrantRole;
import org.fairlead.cases.access.GranteeKind;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "case_grant")
@SuppressWarnings("NullAway.Init")
class GrantEntity {

    @Id UUID id;
    String team;
    UUID caseId;

    @Enumerated(EnumType.STRING)
    GranteeKind granteeKind;

    String grantee;
    String granteeName;

    @Enumerated(EnumType.STRING)
    GrantRole role;

    @Nullable Instant expiresAt;
    @Nullable String reason;
    String grantedBy;
    Instant grantedAt;
    @Nullable String revokedBy;
    @Nullable Instant revokedAt;

    boolean leadsForGood() {
        return role == GrantRole.LEAD && granteeKind == GranteeKind.PERSON && expiresAt == null;
    }

    String words() {
        return "%s %s as %s".formatted(granteeKind.slug(), granteeName, role.slug());
    }

    Grant grant(Instant now) {
        return new Grant(
                id,
                granteeKind,
                grantee,
                granteeName,
                role,
                expiresAt,
                expiresAt != null && !expiresAt.isAfter(now),
                reason,
                grantedBy,
                grantedAt);
    }
}
