package org.fairlead.contracts.imagery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.contracts.ais.VesselRef;
import org.jspecify.annotations.Nullable;

/// `org.fairlead.imagery.association.v1`: what people say of a sighting and a vessel: this was she,
/// or it was not. A person's finding, never the platform's.
///
/// The id follows from sighting and vessel; only the newest version of an id holds.
///
/// @param supersedes the version before, absent for the first
/// @param statements all ever made, oldest first, the withdrawn ones among them
/// @param synthetic of the sighting
public record Association(
        UUID id,
        int version,
        @Nullable Integer supersedes,
        UUID sightingId,
        VesselRef vessel,
        State state,
        List<Statement> statements,
        boolean synthetic,
        Instant changedAt) {

    public static final String TYPE = "org.fairlead.imagery.association.v1";

    public Association {
        statements = List.copyOf(statements);
    }

    public enum State {
        /// One person confirms, nobody rejects: a second one has to look.
        @JsonProperty("proposed")
        PROPOSED,
        /// Two different people confirm, nobody rejects.
        @JsonProperty("confirmed")
        CONFIRMED,
        /// Somebody rejects, nobody confirms.
        @JsonProperty("rejected")
        REJECTED,
        /// Some confirm and some reject.
        @JsonProperty("disputed")
        DISPUTED,
        /// Every statement was withdrawn.
        @JsonProperty("withdrawn")
        WITHDRAWN
    }

    public enum Stance {
        @JsonProperty("confirm")
        CONFIRM,
        @JsonProperty("reject")
        REJECT
    }

    /// What one person says.
    ///
    /// @param by user name, for display
    /// @param verdictId the verdict that lay before them; absent for a ship that transmitted
    /// @param withdrawnAt absent while it stands
    public record Statement(
            UUID id,
            Stance stance,
            String reason,
            String by,
            Instant at,
            @Nullable UUID verdictId,
            @Nullable Integer verdictVersion,
            @Nullable Instant withdrawnAt) {}
}
