package org.fairlead.cases.lead;

import java.time.Instant;
import java.util.List;
import org.fairlead.cases.lifecycle.Priority;
import org.jspecify.annotations.Nullable;

/// What one version of a source record means for the inboxes.
public sealed interface LeadSignal {

    /// Nothing worth a decision.
    record Nothing() implements LeadSignal {}

    /// Worth a decision: raises a lead, or brings an existing one up to this version.
    ///
    /// @param headline what was detected, without the vessel's name
    /// @param change one sentence: why this version exists
    record Raise(
            LeadKind kind,
            SourceRef source,
            String headline,
            List<Reason> why,
            LeadVessel vessel,
            @Nullable Instant occurredFrom,
            @Nullable Instant occurredTo,
            @Nullable Double latitudeDegrees,
            @Nullable Double longitudeDegrees,
            boolean synthetic,
            Priority priority,
            String change)
            implements LeadSignal {

        public Raise {
            why = List.copyOf(why);
        }
    }

    /// No longer holds: a lead raised from it is marked, and nothing is raised.
    record Retract(LeadKind kind, String sourceId, int sourceVersion, String reason)
            implements LeadSignal {}
}
