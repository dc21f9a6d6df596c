package org.fairlead.ais.derivation;

import java.util.List;
import org.fairlead.contracts.frame.Fix;

/// Fixes of one transmitter.
///
/// @param fixes oldest first
/// @param late oldest first; older than fixes handed over before, so too late to be in their turn.
///   Before [OrderProcessor] nothing is called late.
public record HeardTransmitter(int mmsi, List<Fix> fixes, List<Fix> late) {

    public HeardTransmitter {
        fixes = List.copyOf(fixes);
        late = List.copyOf(late);
    }
}
