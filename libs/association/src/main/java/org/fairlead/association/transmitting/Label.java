package org.fairlead.association.transmitting;

/// What a transmitting ship is to a sighting.
public enum Label {
    /// Assigned to it, inside the gate between two near reports.
    MATCH,
    /// It may be she, but her reports are too far away in time or place to say so, or another
    /// sighting of the scene fits her better.
    POTENTIAL,
    NONE
}
