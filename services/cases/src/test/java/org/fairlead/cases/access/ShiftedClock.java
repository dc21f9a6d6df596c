package org.fairlead.cases.access;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The service's clock, which a test may set wrong.
public class ShiftedClock {

    private static volatile Duration shift = Duration.ZERO;

    public static void by(Duration wrong) {
        shift = wrong;
    }

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    Clock clock() {
        Clock right = Clock.tickMillis(ZoneOffset.UTC);
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return right.instant().plus(shift);
            }
        };
    }
}
