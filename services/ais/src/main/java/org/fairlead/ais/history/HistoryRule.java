package org.fairlead.ais.history;

import java.util.ArrayList;
import java.util.List;
import org.fairlead.ais.finding.Finding;
import org.fairlead.ais.portcall.Harbours;
import org.fairlead.ais.portcall.PortCallConfig;
import org.fairlead.ais.sea.Sea;
import org.fairlead.contracts.ais.ActivityDetails.DraughtChange;

/// Everything that follows from the history of one ship.
final class HistoryRule {

    private final IdentityRule identity;
    private final InferredVisitRule visits;
    private final VoyageRule voyages;

    HistoryRule(HistoryConfig config, PortCallConfig portCall, Harbours harbours, Sea sea) {
        this.identity = new IdentityRule(config);
        this.visits = new InferredVisitRule(portCall, harbours, sea);
        this.voyages = new VoyageRule(portCall, sea);
    }

    List<Finding> of(History history) {
        var found = new ArrayList<>(identity.of(history));
        var draughts =
                found.stream().filter(one -> one.details() instanceof DraughtChange).toList();
        var inferred = visits.of(history, draughts);
        inferred.forEach(one -> found.add(one.finding()));
        found.addAll(voyages.of(history.visits(), inferred));
        return found;
    }
}
