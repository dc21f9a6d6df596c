package org.fairlead.nmea.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One AIS message (ITU-R M.1371-5, annex 8). Absent means the transmitter sent "not available".
public sealed interface AisMessage {

    Header header();

    default int type() {
        return header().type();
    }

    default int mmsi() {
        return header().mmsi();
    }

    /// Messages 1, 2 and 3.
    ///
    /// @param navigationStatus 0 to 14; absent for 15, "undefined"
    /// @param turnDegreesPerMinute to starboard positive; ±708 stands for that or more, ±10 also
    ///   for "faster than 10, no turn indicator"
    record ClassAPosition(
            Header header,
            @Nullable Integer navigationStatus,
            @Nullable Double turnDegreesPerMinute,
            @Nullable Position position,
            Motion motion)
            implements AisMessage {}

    /// Messages 4 (base station) and 11 (a ship's answer to a request for UTC).
    ///
    /// @param utc the transmitter's own clock; absent when any part is missing or impossible
    record UtcReport(Header header, @Nullable Instant utc, @Nullable Position position)
            implements AisMessage {}

    /// Messages 5 and 24.
    record StaticData(Header header, StaticReport report) implements AisMessage {}

    /// Message 9: search and rescue aircraft.
    ///
    /// @param altitudeMetres 4,094 stands for that or more
    record SearchAndRescueAircraft(
            Header header,
            @Nullable Integer altitudeMetres,
            @Nullable Position position,
            Motion motion)
            implements AisMessage {}

    /// Messages 18 and 19.
    ///
    /// @param report the identity in message 19; absent in message 18
    record ClassBPosition(
            Header header,
            @Nullable Position position,
            Motion motion,
            @Nullable StaticReport report)
            implements AisMessage {}

    /// Message 21.
    ///
    /// @param aidType 1 to 31
    /// @param isVirtual no aid is there; a station nearby transmits for it
    record AidToNavigation(
            Header header,
            @Nullable Integer aidType,
            @Nullable String name,
            @Nullable Position position,
            @Nullable Dimensions dimensions,
            boolean isOffPosition,
            boolean isVirtual)
            implements AisMessage {}

    /// Message 27: class A by satellite, position to 1/10 minute.
    ///
    /// @param isLatent the position is older than five seconds
    record LongRangePosition(
            Header header,
            @Nullable Integer navigationStatus,
            @Nullable Position position,
            Motion motion,
            boolean isLatent)
            implements AisMessage {}

    /// A message of the standard that is not taken apart yet.
    ///
    /// @param payload armoured, as received, fill bits zero
    record Other(Header header, int bits, String payload) implements AisMessage {}

    /// A message of a type no standard defines. Its number is whatever stands where an MMSI would.
    record Unrecognised(Header header, int bits, String payload) implements AisMessage {}
}
