package org.fairlead.cases.dossier;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.lifecycle.Handling;
import org.fairlead.cases.lifecycle.Slug;

/// For whom a dossier is, and so what is left out of it.
enum Profile implements Slug {
    /// Everything, for whoever works on the case or judges it.
    @JsonProperty("full")
    FULL(Action.EXPORT, Handling.TLP_RED),
    /// For another organisation: accepted findings, no names of those who worked on it, no notes.
    @JsonProperty("partner")
    PARTNER(Action.EXPORT_REDACTED, Handling.TLP_AMBER),
    /// For everybody: as for a partner, and only what may be published.
    @JsonProperty("public")
    PUBLIC(Action.EXPORT_REDACTED, Handling.TLP_CLEAR);

    private final Action needs;
    private final Handling highest;

    Profile(Action needs, Handling highest) {
        this.needs = needs;
        this.highest = highest;
    }

    Action needs() {
        return needs;
    }

    /// Whether a case so marked may leave in this profile (Traffic Light Protocol 2.0).
    boolean fits(Handling handling) {
        return highest.reaches(handling);
    }

    Handling highest() {
        return highest;
    }

    boolean isRedacted() {
        return this != FULL;
    }
}
