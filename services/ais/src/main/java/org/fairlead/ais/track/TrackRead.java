package org.fairlead.ais.track;

import java.util.List;
import org.fairlead.contracts.frame.Fix;

/// What was read of a track, and what of it could not be.
record TrackRead(List<Fix> fixes, List<Damage> damages) {

    /// Of parts that follow each other.
    static TrackRead joined(List<TrackRead> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        return new TrackRead(
                new JoinedList<>(parts.stream().map(TrackRead::fixes).toList()),
                parts.stream().flatMap(part -> part.damages().stream()).toList());
    }
}
