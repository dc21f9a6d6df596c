package org.fairlead.ais.finding;

import org.fairlead.contracts.ais.Activity;

/// The newest version that was published of a finding, and what was news in it.
public record Told(Activity activity, String substance) {

    boolean isRetracted() {
        return activity.state() == Activity.State.RETRACTED;
    }
}
