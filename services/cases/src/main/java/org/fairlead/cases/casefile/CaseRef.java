package org.fairlead.cases.casefile;

import java.util.UUID;
import org.fairlead.cases.lifecycle.CaseState;

/// A case as other parts of the service need to know it, at one version.
public record CaseRef(
        UUID id, String team, String number, CaseState state, int version, boolean isSynthetic) {

    public String path() {
        return "/api/cases/v1/cases/" + id;
    }
}
