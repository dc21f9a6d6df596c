package org.fairlead.ais.derivation;

import java.time.Instant;
import java.util.UUID;

/// One version of one activity, ready to be published.
///
/// @param mmsi key of the record on the topic: all versions of an activity are in one partition
/// @param type as `org.fairlead.ais.silence.v1`
/// @param id follows from what happened, so that the same found again has the same id
/// @param version rises by one with each change
/// @param derivedAt the time of the frame it was found in
/// @param record of `libs/contracts`, written as JSON
public record Activity(
        String mmsi, String type, UUID id, int version, Instant derivedAt, Object record)
        implements Derived {

    public Activity {
        if (version < 1) {
            throw new IllegalArgumentException("version below 1: " + version);
        }
    }
}
