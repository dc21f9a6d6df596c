package org.fairlead.nmea;

/// What kind of station a position came from, by its message type.
public enum TransponderClass {
    /// A ship of class A: messages 1, 2, 3, 27.
    A,
    /// A ship of class B: messages 18, 19.
    B,
    /// Message 4, and 11 from a ship answering a base station.
    BASE_STATION,
    /// Message 9.
    AIRCRAFT,
    /// Message 21.
    AID_TO_NAVIGATION
}
