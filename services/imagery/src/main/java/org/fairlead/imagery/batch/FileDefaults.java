package org.fairlead.imagery.batch;

import org.jspecify.annotations.Nullable;

/// What the caller says for every row of a file; times only where a row has none.
record FileDefaults(
        @Nullable String at,
        @Nullable String from,
        @Nullable String to,
        String sensor,
        String source,
        @Nullable String licence,
        boolean synthetic) {

    boolean hasTime() {
        return at != null || from != null && to != null;
    }
}
