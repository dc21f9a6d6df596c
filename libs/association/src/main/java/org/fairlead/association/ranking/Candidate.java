package org.fairlead.association.ranking;

import org.fairlead.association.hull.HullFactors;

/// A silence that the sighting does not exclude, and whose ship can have been there.
///
/// @param weight prior times likelihood, in ships per square nautical mile
/// @param posterior of it, given that it is one of the candidates or a ship that never transmits
/// @param posteriorAmongSilent the same, given that it is one of the candidates
public record Candidate(
        IndexedSilence silence,
        Outcome outcome,
        Passage passage,
        Parts parts,
        double weight,
        double posterior,
        double posteriorAmongSilent) {

    /// The way there and on, at the instant that leaves most time on the tighter side.
    ///
    /// @param milesIn from the last report, at least
    /// @param milesOut to the next, at least; 0 where there is none
    /// @param hoursOut 0 where there is no next report
    public record Passage(double milesIn, double milesOut, double hoursIn, double hoursOut) {}

    /// What the weight is the product of: traffic, density, hull and absence.
    ///
    /// @param plausibleAreaSquareNauticalMiles of the water she can have been on at her plausible
    ///   speed; infinite where she cannot have been here at that speed
    /// @param widestAreaSquareNauticalMiles the same at the speed she never exceeds
    /// @param density of her being just here: how the two make one is [Weigher]'s
    /// @param traffic her prior: 1, and more the more often she was here before
    /// @param absence what scenes without her leave of it, 0 to 1
    public record Parts(
            double plausibleAreaSquareNauticalMiles,
            double widestAreaSquareNauticalMiles,
            double density,
            double traffic,
            HullFactors hull,
            double absence) {

        double weight() {
            return traffic * density * hull.product() * absence;
        }
    }

    Candidate with(double share, double amongSilent) {
        return new Candidate(silence, outcome, passage, parts, weight, share, amongSilent);
    }
}
