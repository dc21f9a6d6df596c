package org.fairlead.gateway.event;

import java.util.UUID;
import org.fairlead.contracts.cases.CaseChange;

/// What a change is about, as far as it decides who may be told: the case, or a lead in none.
///
/// @param isLead otherwise a case
record Thing(boolean isLead, UUID id) {

    /// A change about neither concerns nobody: its own id is none of a case.
    static Thing of(CaseChange change) {
        UUID caseId = change.caseId();
        UUID leadId = change.leadId();
        if (caseId != null) {
            return new Thing(false, caseId);
        }
        return leadId == null ? new Thing(false, change.id()) : new Thing(true, leadId);
    }
}
