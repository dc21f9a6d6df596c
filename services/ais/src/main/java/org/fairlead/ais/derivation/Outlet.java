package org.fairlead.ais.derivation;

import org.fairlead.contracts.ais.VesselRef;

/// Where a rule puts what it found.
public interface Outlet {

    void publish(Activity activity);

    /// To the [CellRule] offered together with the rule.
    void toCell(long cell, byte[] note);

    /// The ship as she is known now; name and IMO number may become known later.
    VesselRef vessel(int mmsi);
}
