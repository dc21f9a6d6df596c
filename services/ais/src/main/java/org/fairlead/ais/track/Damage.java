package org.fairlead.ais.track;

import java.time.Instant;

/// A piece of a track that cannot be read: its bytes are not as they were written.
record Damage(int mmsi, Instant from, Instant to, int fixes, String detail) {

    String sentence() {
        return "%d fixes from %s to %s cannot be read (%s)".formatted(fixes, from, to, detail);
    }
}
