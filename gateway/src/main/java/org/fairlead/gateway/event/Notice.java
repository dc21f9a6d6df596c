package org.fairlead.gateway.event;

import java.util.UUID;
import org.fairlead.contracts.cases.CaseChange;
import org.jspecify.annotations.Nullable;

/// What a subscriber is told: that something changed, never what it says.
record Notice(
        String kind,
        @Nullable UUID caseId,
        @Nullable UUID leadId,
        int version,
        @Nullable String team) {

    static Notice of(CaseChange change) {
        return new Notice(
                change.kind(), change.caseId(), change.leadId(), change.version(), change.team());
    }

    /// From here on every change comes.
    static Notice ready() {
        return new Notice("ready", null, null, 0, null);
    }

    /// Changes were missed that are no longer kept: read everything again.
    static Notice resync() {
        return new Notice("resync", null, null, 0, null);
    }
}
