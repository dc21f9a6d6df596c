package org.fairlead.service.caller;

import java.util.Optional;

/// What a person is in a team. The token spells them lower-kebab.
public enum Role {
    LEAD,
    CASE_WORKER,
    ANALYST,
    REVIEWER,
    AUDITOR,
    VIEWER,
    ORG_ADMIN;

    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /// Unknown names are other applications' roles and mean nothing here.
    public static Optional<Role> ofSlug(String slug) {
        for (Role role : values()) {
            if (role.slug().equals(slug)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
