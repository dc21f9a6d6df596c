package org.fairlead.cases.grant;

import java.util.List;
import org.fairlead.cases.access.Visibility;
import org.fairlead.cases.lifecycle.Handling;
import org.jspecify.annotations.Nullable;

/// Who may see a case.
///
/// @param exclusions absent for whoever may not manage access: a list that were merely empty would
///   say too much
public record AccessList(
        String team,
        Visibility visibility,
        Handling handling,
        List<String> compartments,
        List<Grant> grants,
        @Nullable List<Exclusion> exclusions) {

    public AccessList {
        compartments = List.copyOf(compartments);
        grants = List.copyOf(grants);
        exclusions = exclusions == null ? null : List.copyOf(exclusions);
    }
}
