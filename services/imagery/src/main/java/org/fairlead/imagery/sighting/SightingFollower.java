package org.fairlead.imagery.sighting;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.fairlead.contracts.imagery.Sighting;
import org.hibernate.reactive.mutiny.Mutiny;

/// What depends on sightings and changes in the same transaction as they do.
public interface SightingFollower {

    Uni<Void> recorded(Mutiny.StatelessSession session, List<Sighting> sightings);

    Uni<Void> withdrawn(Mutiny.StatelessSession session, Sighting sighting);

    /// The next version of a sighting says otherwise where, when or what she was.
    Uni<Void> corrected(Mutiny.StatelessSession session, Sighting sighting);
}
