package org.fairlead.ais.silence;

import java.util.Objects;
import org.fairlead.contracts.ais.Silence;
import org.jspecify.annotations.Nullable;

/// What the newest published version of a silence said.
///
/// @param observedMillis how long it had lasted, as far as was known
/// @param usualMillis the habit it was judged by
record Told(
        Contact start,
        @Nullable Contact end,
        Silence.State state,
        int version,
        long observedMillis,
        long usualMillis) {

    boolean isRetracted() {
        return state == Silence.State.RETRACTED;
    }

    /// Whether it says the same of the ship; how long an open silence has lasted is no news.
    boolean saysTheSameAs(Told other) {
        return state == other.state && start.equals(other.start) && Objects.equals(end, other.end);
    }

    Told as(Silence.State state, int version) {
        return new Told(start, end, state, version, observedMillis, usualMillis);
    }
}
