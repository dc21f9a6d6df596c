package org.fairlead.ais.vessel;

import java.time.Instant;
import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.contracts.frame.Fix;

/// When and where a ship was heard.
///
/// @param fixes in her track; of a ship that has none yet 1, for the one that waits
/// @param isSynthetic whether any was
record Heard(long fixes, Instant firstAt, Fix last, boolean isSynthetic) {

    /// By a fix that is not in her track yet, and nothing else.
    static Heard of(Fix only) {
        return new Heard(1, at(only), only, only.isSynthetic());
    }

    /// With a fix that is not in her track yet: of two of the same time the one that is stays.
    Heard and(Fix waiting) {
        boolean isNewer = waiting.epochMillis() > last.epochMillis();
        return new Heard(
                fixes,
                at(waiting).isBefore(firstAt) ? at(waiting) : firstAt,
                isNewer ? waiting : last,
                isSynthetic || waiting.isSynthetic());
    }

    Instant lastAt() {
        return at(last);
    }

    ReportedPosition lastPosition() {
        return new ReportedPosition(
                lastAt(),
                last.latitudeDegrees(),
                last.longitudeDegrees(),
                last.speed() >= Fix.SPEED_NOT_AVAILABLE ? null : last.speed() / 10.0,
                last.course() >= Fix.COURSE_NOT_AVAILABLE ? null : last.course() / 10.0);
    }

    private static Instant at(Fix fix) {
        return Instant.ofEpochMilli(fix.epochMillis());
    }
}
