package org.fairlead.bench.world;

/// What a ship's transponder says it is.
///
/// @param imo a number with a right check digit from the ranges below 5,000,000 that no real ship
///   has; 0 for ships that have none
/// @param shipType as in message 5
public record Identity(
        int mmsi,
        int imo,
        String name,
        String callSign,
        int shipType,
        int lengthMetres,
        int beamMetres) {}
