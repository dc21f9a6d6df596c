package org.fairlead.cases.grant;

import org.fairlead.cases.request.Fields;
import org.jspecify.annotations.Nullable;

/// Whom to shut out, and why.
///
/// @param subject the person's id at the identity provider
record NewExclusion(@Nullable String subject, @Nullable String name, @Nullable String reason) {

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_REASON = 2_000;

    NewExclusion checked() {
        String id = Fields.text("/subject", subject, LONGEST_ID);
        String words = Fields.optionalText("/name", name, LONGEST_ID);
        return new NewExclusion(
                id, words == null ? id : words, Fields.text("/reason", reason, LONGEST_REASON));
    }
}
