package org.fairlead.imagery.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.fairlead.imagery.sea.Sea;
import org.fairlead.seas.distance.Place;
import org.jboss.logging.Logger;

/// The ruler verdicts are measured with: by sea, with every gate open, because a ship may have
/// passed what is closed for most. The straight line where no graph can be opened.
@ApplicationScoped
class SeaMeasure {

    private static final Logger LOG = Logger.getLogger(SeaMeasure.class);

    static final int SINGLE_WAYS = 10;

    private final Sea sea;

    @Inject
    SeaMeasure(Sea sea) {
        this.sea = sea;
    }

    /// Waits for the graph at the first call: not for the event loop.
    Ruler ruler() {
        try {
            return new SeaRuler(sea.distancesWith(Set.of()));
        } catch (java.util.concurrent.CompletionException unusable) {
            LOG.warnf("verdicts by the straight line cause=%s", unusable.getCause());
            return Ruler.GREAT_CIRCLE;
        }
    }

    /// For a sighting against this many silences: one search over all the sea costs as much as some
    /// twenty single ways.
    Ruler ruler(Place sighted, int silences) {
        return silences > SINGLE_WAYS && ruler() instanceof SeaRuler(var distances)
                ? new FieldRuler(distances.around(sighted, Double.MAX_VALUE))
                : ruler();
    }
}
