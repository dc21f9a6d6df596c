package org.fairlead.ais.tile;

import java.time.Instant;
import org.fairlead.contracts.frame.Fix;
import org.jspecify.annotations.Nullable;

/// Where a ship was heard last.
///
/// @param speed raw, 1023 = not available
/// @param course raw, 3600 = not available
record LastPosition(
        int mmsi,
        @Nullable String name,
        Instant at,
        int latitude,
        int longitude,
        int speed,
        int course,
        boolean synthetic) {

    static LastPosition of(@Nullable String name, Fix fix) {
        return new LastPosition(
                fix.mmsi(),
                name,
                Instant.ofEpochMilli(fix.epochMillis()),
                fix.latitude(),
                fix.longitude(),
                fix.speed(),
                fix.course(),
                fix.isSynthetic());
    }

    /// With a fix that is not in her track yet: of two of the same time the one that is stays.
    LastPosition and(Fix waiting) {
        if (waiting.epochMillis() > at.toEpochMilli()) {
            var newer = of(name, waiting);
            return synthetic ? newer.asSynthetic() : newer;
        }
        return waiting.isSynthetic() ? asSynthetic() : this;
    }

    private LastPosition asSynthetic() {
        return new LastPosition(mmsi, name, at, latitude, longitude, speed, course, true);
    }
}
