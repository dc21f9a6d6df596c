package org.fairlead.service.json;

import java.time.Instant;

/// Times this platform takes in: from 1900 to 2199, UTC. Whatever lies outside is a slip of the
/// pen, and overflows what databases and clocks can hold.
public final class TimeRange {

    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

    private TimeRange() {}

    public static boolean holds(Instant time) {
        return !time.isBefore(FIRST) && time.isBefore(END);
    }

    public static String sentence() {
        return "expected a UTC time between 1900 and 2199, such as 2024-02-09T04:30:00Z";
    }
}
