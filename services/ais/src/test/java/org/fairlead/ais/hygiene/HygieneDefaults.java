package org.fairlead.ais.hygiene;

import java.time.Duration;

/// What the service is delivered with; [HygieneConfigTest] holds it against the configuration.
public record HygieneDefaults(
        Duration duplicateWithin,
        Duration secondWithin,
        Duration clockTolerance,
        int clockEvidence,
        double fastestKnots,
        Duration timeSlack,
        Duration agreeWithin,
        Duration betterFixFor,
        Duration jumpAfter,
        int jumpConfirmedBy,
        int jumpGivenUpAfter)
        implements HygieneConfig {

    public static final HygieneDefaults PUBLISHED =
            new HygieneDefaults(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    5,
                    80,
                    Duration.ofSeconds(10),
                    Duration.ofHours(1),
                    Duration.ofHours(1),
                    Duration.ofHours(1),
                    3,
                    200);
}
