package org.fairlead.nmea;

import org.fairlead.nmea.message.StaticReport;

/// An identity with the line that completed it.
///
/// @param source index for [AisColumnReader#sourceName], or [AisColumns#SOURCE_ABSENT]
public record StaticRow(long lineNumber, long byteOffset, int source, StaticReport report) {}
