package org.fairlead.nmea.message;

/// What every message begins with.
///
/// @param type 1 to 27; 0 and 28 to 63 exist only in [AisMessage.Unrecognised]
/// @param repeat how often it was relayed; 3 means "do not repeat"
/// @param mmsi the transmitter's number, not checked beyond nine digits
public record Header(int type, int repeat, int mmsi) {}
