package org.fairlead.cases.relation;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.fairlead.cases.lifecycle.Slug;

/// What one subject is to another, read from the first to the second.
public enum RelationKind implements Slug {
    @JsonProperty("owns")
    OWNS,
    /// Profits from it behind whoever is registered as the owner.
    @JsonProperty("owns-beneficially")
    OWNS_BENEFICIALLY,
    @JsonProperty("operates")
    OPERATES,
    @JsonProperty("manages")
    MANAGES,
    @JsonProperty("charters")
    CHARTERS,
    @JsonProperty("insures")
    INSURES,
    @JsonProperty("finances")
    FINANCES,
    /// As master or officer of a ship.
    @JsonProperty("commands")
    COMMANDS,
    /// As director or employee.
    @JsonProperty("works-for")
    WORKS_FOR,
    @JsonProperty("carries")
    CARRIES,
    @JsonProperty("called-at")
    CALLED_AT,
    @JsonProperty("made")
    MADE,
    @JsonProperty("met")
    MET,
    /// Under another name or number.
    @JsonProperty("same-as")
    SAME_AS,
    @JsonProperty("linked-to")
    LINKED_TO;

    public String words() {
        return slug().replace('-', ' ');
    }
}
