package org.fairlead.ais.conduct;

import java.util.List;
import org.fairlead.ais.finding.Told;

/// What is stored of a ship beside her samples, as JSON.
///
/// @param trade by which her points were sent
/// @param settledDay days before this are forgotten
/// @param isStale whether late samples are not yet worked in
record ShipState(Trade trade, int settledDay, boolean isStale, List<Told> told) {

    static final ShipState NONE = new ShipState(Trade.OTHER, 0, false, List.of());

    ShipState {
        told = List.copyOf(told);
    }
}
