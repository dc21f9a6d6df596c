package org.fairlead.seas.reach;

import java.time.Instant;
import java.util.List;
import org.fairlead.seas.distance.Place;

/// A cell of the sea in which she can have been.
///
/// @param corners in order, not closed
/// @param earliest she cannot have been here sooner
/// @param latest she cannot have been here later
/// @param isCertain she can have been here by the longer figures, too; otherwise only possibly
public record ReachableCell(
        Place centre, List<Place> corners, Instant earliest, Instant latest, boolean isCertain) {

    public ReachableCell {
        corners = List.copyOf(corners);
    }

    public boolean isPossibleAt(Instant at) {
        return !at.isBefore(earliest) && !at.isAfter(latest);
    }
}
