package org.fairlead.seas.reach;

import java.time.Instant;
import java.util.List;
import org.fairlead.seas.port.Port;

/// A port she can have called at.
///
/// @param arrival she cannot have arrived sooner
/// @param departure she cannot have left later
/// @param slackHours time for the call by plausible distances; below 0 where only the lower bounds
///   fit
/// @param mostSlackHours time for the call by the lower bounds: never less than the truth
/// @param services what such a call has time for, by plausible distances
public record ReachablePort(
        Port port,
        double fromNauticalMiles,
        double toNauticalMiles,
        Instant arrival,
        Instant departure,
        double slackHours,
        double mostSlackHours,
        List<Service> services) {

    public ReachablePort {
        services = List.copyOf(services);
    }

    /// What a call is long enough for.
    public enum Service {
        TOUCH,
        PARTIAL,
        FULL
    }
}
