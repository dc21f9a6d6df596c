package org.fairlead.cases.access;

import java.util.Set;
import org.fairlead.cases.lifecycle.CaseState;
import org.fairlead.cases.lifecycle.Handling;

/// What decides who may do what with a case, as it concerns one caller.
///
/// @param team the team that owns it
/// @param compartments what one must have been read into, all of them
/// @param isExcluded whether this caller is shut out, which beats everything
/// @param grants those that apply to this caller now
public record CaseAccess(
        String team,
        Visibility visibility,
        Handling handling,
        Set<String> compartments,
        CaseState state,
        boolean isDeleted,
        boolean isExcluded,
        Set<CaseGrant> grants) {

    public CaseAccess {
        compartments = Set.copyOf(compartments);
        grants = Set.copyOf(grants);
    }
}
