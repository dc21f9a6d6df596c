package org.fairlead.ais.finding;

import org.fairlead.contracts.ais.Activity;

/// An activity as the topology publishes it.
public final class Publication {

    private Publication() {}

    public static org.fairlead.ais.derivation.Activity of(Activity activity) {
        var vessel = activity.vessel();
        return new org.fairlead.ais.derivation.Activity(
                vessel == null ? activity.id().toString() : vessel.mmsi(),
                Activity.typeOf(activity.details().kindName()),
                activity.id(),
                activity.version(),
                activity.derivedAt(),
                activity);
    }
}
