package org.fairlead.cases.lifecycle;

import java.util.Locale;

/// A word of the API: lower-kebab of the constant's name, as its `@JsonProperty` spells it for
/// bodies.
public interface Slug {

    String name();

    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
