package org.fairlead.association.transmitting;

import java.time.Duration;

/// When a transmitting ship is the ship seen.
///
/// @param bracketWithin reports farther apart than that are not interpolated between
/// @param gateMetres how far from her interpolated place the ship seen may be, beside both errors
/// @param errorSigmas how many standard deviations of each place are granted
/// @param reportErrorMetres standard deviation of a reported position
/// @param speedSpreadKnots how much faster than she reported she may have been, one standard
///   deviation
/// @param timeScale a report that much earlier or later counts 1/e
/// @param potentialFrom the least score of a potential match
public record MatchSettings(
        Duration bracketWithin,
        double gateMetres,
        double errorSigmas,
        double reportErrorMetres,
        double speedSpreadKnots,
        Duration timeScale,
        double potentialFrom) {}
