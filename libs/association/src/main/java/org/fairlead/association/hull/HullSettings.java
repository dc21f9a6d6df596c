package org.fairlead.association.hull;

/// How hulls are compared.
///
/// @param unstatedLengthErrorMetres standard deviation of a length seen for which none is stated
/// @param unstatedBeamErrorMetres the same of a beam
/// @param statedShare standard deviation of a dimension typed into a transponder, as a share of it
/// @param fleetMedianLengthMetres of ships of which nothing is known
/// @param fleetLengthSpread standard deviation of the logarithm of their lengths
/// @param headingErrorDegrees how far ships under way head from the straight way to where they are
///   heard next, one standard deviation
/// @param headingKnownShare how many ships under way head there at all, 0 to 1
/// @param mostLayoutFactor features of a layout go together, so their product is held within this
///   and its inverse
public record HullSettings(
        double unstatedLengthErrorMetres,
        double unstatedBeamErrorMetres,
        double statedShare,
        double fleetMedianLengthMetres,
        double fleetLengthSpread,
        double headingErrorDegrees,
        double headingKnownShare,
        double mostLayoutFactor) {

    /// As an installation has them where nobody sets anything.
    public static final HullSettings DEFAULTS =
            new HullSettings(15, 4, 0.03, 100, 0.7, 40, 0.8, 20);
}
