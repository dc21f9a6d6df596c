package org.fairlead.ais.silence;

import java.util.List;

/// What is left of the presences that are no longer remembered.
///
/// The silences after them are judged by the transmitter's habit up to there. Without it the oldest
/// pauses remembered would be judged by their own few intervals, and true silences be taken back.
///
/// @param untilMillis the last report forgotten; late data up to there changes nothing any more
/// @param intervals in milliseconds, the newest that were learnt until then, oldest first
record Forgotten(long untilMillis, List<Long> intervals) {

    static final Forgotten NOTHING = new Forgotten(Long.MIN_VALUE, List.of());

    Forgotten {
        intervals = List.copyOf(intervals);
    }

    /// Whether a report belongs to a presence that is no longer remembered.
    boolean holds(Contact contact, long pauseMillis) {
        return untilMillis != Long.MIN_VALUE && contact.atMillis() <= untilMillis + pauseMillis;
    }
}
