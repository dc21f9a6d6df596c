package org.fairlead.nmea.message;

import java.time.Instant;
import java.util.List;
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

    /// Message 6.
    ///
    /// @param sequence 0 to 3, for the receipt
    record AddressedBinary(
            Header header,
            int sequence,
            int destinationMmsi,
            boolean isRetransmitted,
            Application application)
            implements AisMessage {}

    /// Messages 7 and 13: receipts for messages 6 and 12.
    record Acknowledgement(Header header, List<Receipt> receipts) implements AisMessage {

        public Acknowledgement {
            receipts = List.copyOf(receipts);
        }

        /// @param mmsi who had sent the message that was received
        public record Receipt(int mmsi, int sequence) {}
    }

    /// Message 8.
    record BroadcastBinary(Header header, Application application) implements AisMessage {}

    /// Message 10: asks a station for message 11.
    record UtcInquiry(Header header, int destinationMmsi) implements AisMessage {}

    /// Message 12.
    record AddressedText(
            Header header, int sequence, int destinationMmsi, boolean isRetransmitted, String text)
            implements AisMessage {}

    /// Message 14.
    record BroadcastText(Header header, String text) implements AisMessage {}

    /// Message 15: asks one or two stations for messages.
    record Interrogation(Header header, List<Request> requests) implements AisMessage {

        public Interrogation {
            requests = List.copyOf(requests);
        }

        /// @param messageType which message is asked for
        public record Request(int mmsi, int messageType, int slotOffset) {}
    }

    /// Message 16: tells one or two stations when to report.
    record ModeAssignment(Header header, List<Assignment> assignments) implements AisMessage {

        public ModeAssignment {
            assignments = List.copyOf(assignments);
        }

        /// @param slotOffset reports in ten minutes when the increment is 0
        public record Assignment(int mmsi, int slotOffset, int slotIncrement) {}
    }

    /// Message 17: differential corrections for satellite navigation.
    ///
    /// @param longitudeDegrees of the reference station, to 1/10 minute
    /// @param hexadecimal the corrections
    record Corrections(
            Header header,
            @Nullable Double latitudeDegrees,
            @Nullable Double longitudeDegrees,
            String hexadecimal)
            implements AisMessage {}

    /// Message 20: slots that base stations reserve.
    record LinkManagement(Header header, List<Reservation> reservations) implements AisMessage {

        public LinkManagement {
            reservations = List.copyOf(reservations);
        }

        public record Reservation(
                int slotOffset, int slots, int timeoutMinutes, int slotIncrement) {}
    }

    /// Message 22: channels to use.
    ///
    /// @param channelA channel number of ITU-R M.1084
    /// @param area where; absent when it is for single stations
    /// @param destinationMmsis for whom; empty when it is for an area
    record ChannelManagement(
            Header header,
            int channelA,
            int channelB,
            int transmitReceiveMode,
            boolean isLowPower,
            @Nullable Area area,
            List<Integer> destinationMmsis)
            implements AisMessage {

        public ChannelManagement {
            destinationMmsis = List.copyOf(destinationMmsis);
        }
    }

    /// Message 23: tells the stations of an area how to report.
    ///
    /// @param intervalCode table 79 of the standard
    /// @param quietMinutes how long to be silent; 0: not
    record GroupAssignment(
            Header header,
            Area area,
            int stationType,
            int shipType,
            int transmitReceiveMode,
            int intervalCode,
            int quietMinutes)
            implements AisMessage {}

    /// A rectangle, to 1/10 minute; corners off the globe are absent.
    record Area(
            @Nullable Double northLatitudeDegrees,
            @Nullable Double eastLongitudeDegrees,
            @Nullable Double southLatitudeDegrees,
            @Nullable Double westLongitudeDegrees) {}

    /// Messages 25 and 26: short binary messages.
    ///
    /// @param destinationMmsi absent when it is for all
    /// @param applicationId absent when the data have no structure
    record ShortBinary(
            Header header,
            @Nullable Integer destinationMmsi,
            @Nullable Integer applicationId,
            int bits,
            String hexadecimal)
            implements AisMessage {}

    /// A message 24 of a part no standard knows.
    ///
    /// @param payload armoured, as received, fill bits zero
    record UnknownPart(Header header, int part, int bits, String payload) implements AisMessage {}

    /// A message of a type no standard defines. Its number is whatever stands where an MMSI would.
    record Unrecognised(Header header, int bits, String payload) implements AisMessage {}
}
