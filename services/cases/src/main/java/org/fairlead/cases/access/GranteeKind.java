package org.fairlead.cases.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.fairlead.cases.lifecycle.Slug;

/// To whom a case is opened.
public enum GranteeKind implements Slug {
    /// One person, by the identity provider's id.
    @JsonProperty("person")
    PERSON,
    /// Everybody of a team, each as far as their own role in it reaches.
    @JsonProperty("team")
    TEAM,
    /// A machine, by its client id, as far as its scopes reach.
    @JsonProperty("client")
    CLIENT
}
