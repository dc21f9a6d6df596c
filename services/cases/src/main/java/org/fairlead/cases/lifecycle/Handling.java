package org.fairlead.cases.lifecycle;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;

/// With whom a case may be shared: Traffic Light Protocol 2.0 (FIRST, 2022).
public enum Handling implements Slug {
    @JsonProperty("tlp-red")
    TLP_RED,
    @JsonProperty("tlp-amber-strict")
    TLP_AMBER_STRICT,
    @JsonProperty("tlp-amber")
    TLP_AMBER,
    @JsonProperty("tlp-green")
    TLP_GREEN,
    @JsonProperty("tlp-clear")
    TLP_CLEAR;

    /// How restricted: 0 for clear to 4 for red.
    public int level() {
        return TLP_CLEAR.ordinal() - ordinal();
    }

    /// Whether somebody cleared up to this may see the other.
    public boolean reaches(Handling other) {
        return level() >= other.level();
    }

    public static Optional<Handling> ofSlug(String slug) {
        return Arrays.stream(values()).filter(word -> word.slug().equals(slug)).findFirst();
    }
}
