package org.fairlead.association.transmitting;

import org.fairlead.seas.distance.Place;

/// How well one transmitting ship fits one sighting.
///
/// @param expected where she was then: between her reports, or at the nearest of them
/// @param metres from there to the ship seen
/// @param gateMetres within which it can be she
/// @param offset from the time of the sighting to the nearest of her reports, in seconds
/// @param isBracketed interpolated between two reports near enough in time
/// @param neededKnots how fast she would have had to be between that report and the sighting; 0
///   when bracketed
/// @param lengthFactor how many times likelier the length seen is hers than any ship's
/// @param score 0 to 1: of place, time and length together
public record Fit(
        Place expected,
        double metres,
        double gateMetres,
        double offset,
        boolean isBracketed,
        double neededKnots,
        double lengthFactor,
        double score) {

    public boolean isInsideGate() {
        return isBracketed && metres <= gateMetres;
    }
}
