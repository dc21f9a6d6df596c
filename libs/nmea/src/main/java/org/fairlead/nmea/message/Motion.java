package org.fairlead.nmea.message;

import org.jspecify.annotations.Nullable;

/// How the transmitter moves, each value absent when it sent "not available" or nonsense.
///
/// @param speedKnots over ground; 102.2 stands for that or more (aircraft: 1,022; message 27: 62)
/// @param courseDegrees over ground, 0 to 359.9
/// @param headingDegrees true, 0 to 359
/// @param utcSecond second of the position, 0 to 59
public record Motion(
        @Nullable Double speedKnots,
        @Nullable Double courseDegrees,
        @Nullable Integer headingDegrees,
        @Nullable Integer utcSecond) {}
