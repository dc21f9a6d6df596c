package org.fairlead.cases.grant;

import java.time.Instant;
import org.fairlead.cases.access.GrantRole;
import org.fairlead.cases.access.GranteeKind;
import org.fairlead.cases.request.Fields;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// What opens a case to somebody. A grant to the same person, team or client replaces the one
/// before.
///
/// @param name for people to read; absent = the id
record NewGrant(
        @Nullable GranteeKind kind,
        @Nullable String grantee,
        @Nullable String name,
        @Nullable GrantRole role,
        @Nullable Instant expiresAt,
        @Nullable String reason) {

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_REASON = 2_000;

    NewGrant checked(Instant now) {
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw ProblemException.invalid(
                    "/expiresAt", "expected a time to come, was " + expiresAt);
        }
        String id = Fields.text("/grantee", grantee, LONGEST_ID);
        String words = Fields.optionalText("/name", name, LONGEST_ID);
        return new NewGrant(
                Fields.required("/kind", kind),
                id,
                words == null ? id : words,
                Fields.required("/role", role),
                expiresAt,
                Fields.optionalText("/reason", reason, LONGEST_REASON));
    }
}
