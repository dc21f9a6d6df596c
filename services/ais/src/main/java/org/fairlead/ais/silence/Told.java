package org.fairlead.ais.silence;

import java.util.Objects;
import org.fairlead.contracts.ais.Silence;
import org.jspecify.annotations.Nullable;

/// What was last found of a silence. Whether it is published is decided where reception is known.
///
/// @param version of what was found here; not that of the published record
/// @param observedMillis how long it had lasted, as far as was known
/// @param usualMillis the habit it was judged by
/// @param marks what else is to be said of it
/// @param placedBy the start as it was first found: where reception is asked for, for good
record Told(
        Contact start,
        @Nullable Contact end,
        Silence.State state,
        int version,
        long observedMillis,
        long usualMillis,
        Marks marks,
        Contact placedBy) {

    /// @param isLong long enough to be reported whatever reception was
    /// @param isMultiVessel its ends are, or may be, two ships'
    /// @param isStill moored or at anchor, and not elsewhere afterwards
    /// @param publishedBefore the version published before reception was modelled, 0 for none
    record Marks(
            boolean isLong,
            Reappearance reappearance,
            boolean isMultiVessel,
            boolean isStill,
            int publishedBefore) {

        static final Marks NONE = new Marks(false, Reappearance.NONE, false, false, 0);
    }

    enum Reappearance {
        NONE,
        /// Briefly so far: one report does not end a silence for certain.
        UNCONFIRMED,
        CONFIRMED,
        /// Briefly, and then silent again.
        BLIP;

        @Nullable String wording() {
            return switch (this) {
                case NONE -> null;
                case UNCONFIRMED -> "unconfirmed";
                case CONFIRMED -> "confirmed";
                case BLIP -> "blip";
            };
        }
    }

    boolean isRetracted() {
        return state == Silence.State.RETRACTED;
    }

    /// Whether it says the same of the ship; how long an open silence has lasted is no news.
    boolean saysTheSameAs(Told other) {
        return state == other.state
                && start.equals(other.start)
                && Objects.equals(end, other.end)
                && marks.equals(
                        new Marks(
                                other.marks.isLong,
                                other.marks.reappearance,
                                other.marks.isMultiVessel,
                                other.marks.isStill,
                                marks.publishedBefore));
    }

    /// The next version of what was told before.
    Told following(Silence.State state, @Nullable Told before) {
        var kept = before == null ? 0 : before.marks.publishedBefore;
        return new Told(
                start,
                end,
                state,
                before == null ? 1 : before.version + 1,
                observedMillis,
                usualMillis,
                new Marks(
                        marks.isLong, marks.reappearance, marks.isMultiVessel, marks.isStill, kept),
                before == null ? placedBy : before.placedBy);
    }

    Told with(Marks changed) {
        return new Told(start, end, state, version, observedMillis, usualMillis, changed, placedBy);
    }
}
