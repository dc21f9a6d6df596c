package org.fairlead.association.ranking;

/// What a sighting says of a silence.
public enum Outcome {
    CONSISTENT,
    UNDECIDED,
    EXCLUDED;

    /// @param spareNauticalMiles how much farther than needed she could have sailed, on the tighter
    ///   side; below 0 how much is lacking
    /// @param toleranceNauticalMiles that may be lacking without excluding
    /// @param isWithin the whole sighting lies in the silence
    /// @param isOpen nothing bounds where she went on to
    /// @param isSeveralShips the reports before and after may be of different ships
    /// @param isOtherLength the length seen is none she can have
    public static Outcome of(
            double spareNauticalMiles,
            double toleranceNauticalMiles,
            boolean isWithin,
            boolean isOpen,
            boolean isSeveralShips,
            boolean isOtherLength) {
        if (isSeveralShips) {
            return UNDECIDED;
        }
        if (isOtherLength) {
            return EXCLUDED;
        }
        if (spareNauticalMiles < -toleranceNauticalMiles) {
            return isWithin ? EXCLUDED : UNDECIDED;
        }
        return spareNauticalMiles < 0 || isOpen ? UNDECIDED : CONSISTENT;
    }
}
