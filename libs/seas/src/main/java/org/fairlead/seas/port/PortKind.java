package org.fairlead.seas.port;

import java.util.Locale;

/// What sort of place ships call at; written lower-kebab.
public enum PortKind {
    PORT,
    ANCHORAGE,
    SHIPYARD,
    TRANSFER_AREA;

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @throws IllegalArgumentException for a word that is no kind
    public static PortKind ofSlug(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
