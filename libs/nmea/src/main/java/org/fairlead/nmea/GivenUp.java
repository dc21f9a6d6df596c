package org.fairlead.nmea;

/// A line that had waited for other parts of its message in vain.
///
/// @param lineNumber from 1
public record GivenUp(long lineNumber, Reason reason) {}
