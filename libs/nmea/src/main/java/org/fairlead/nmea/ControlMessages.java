package org.fairlead.nmea;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.fairlead.nmea.message.AisMessage;
import org.fairlead.nmea.message.Header;
import org.jspecify.annotations.Nullable;

/// The messages stations send one another to run the data link (ITU-R M.1371-5, annex 8): 7, 13, 15
/// to 17, 20, 22, 23, 25 and 26. Repeated fields that were not sent, or name nobody, are left out.
final class ControlMessages {

    private static final int TENTHS_OF_A_MINUTE = 600;

    private ControlMessages() {}

    static AisMessage acknowledgement(Header header, Payload bits) {
        return new AisMessage.Acknowledgement(
                header,
                IntStream.rangeClosed(0, 3)
                        .map(i -> 40 + 32 * i)
                        .filter(at -> at + 30 <= bits.bits() && bits.unsigned(at, 30) != 0)
                        .mapToObj(at ->
                                new AisMessage.Acknowledgement.Receipt(
                                        bits.unsigned(at, 30), bits.unsigned(at + 30, 2)))
                        .toList());
    }

    static AisMessage interrogation(Header header, Payload bits) {
        var requests = new ArrayList<AisMessage.Interrogation.Request>();
        request(requests, bits, 40, 70);
        request(requests, bits, 40, 90);
        request(requests, bits, 110, 140);
        return new AisMessage.Interrogation(header, requests);
    }

    private static void request(
            List<AisMessage.Interrogation.Request> requests, Payload bits, int mmsi, int at) {
        if (at + 18 <= bits.bits() && bits.unsigned(at, 6) != 0) {
            requests.add(
                    new AisMessage.Interrogation.Request(
                            bits.unsigned(mmsi, 30),
                            bits.unsigned(at, 6),
                            bits.unsigned(at + 6, 12)));
        }
    }

    static AisMessage assignment(Header header, Payload bits) {
        return new AisMessage.ModeAssignment(
                header,
                IntStream.of(40, 92)
                        .filter(at -> at + 52 <= bits.bits() && bits.unsigned(at, 30) != 0)
                        .mapToObj(at ->
                                new AisMessage.ModeAssignment.Assignment(
                                        bits.unsigned(at, 30),
                                        bits.unsigned(at + 30, 12),
                                        bits.unsigned(at + 42, 10)))
                        .toList());
    }

    static AisMessage corrections(Header header, Payload bits) {
        return new AisMessage.Corrections(
                header,
                degrees(bits.signed(58, 17), 90),
                degrees(bits.signed(40, 18), 180),
                bits.hex(80, bits.bits()));
    }

    static AisMessage linkManagement(Header header, Payload bits) {
        return new AisMessage.LinkManagement(
                header,
                IntStream.rangeClosed(0, 3)
                        .map(i -> 40 + 30 * i)
                        .filter(at -> at + 30 <= bits.bits() && bits.unsigned(at + 12, 4) != 0)
                        .mapToObj(at ->
                                new AisMessage.LinkManagement.Reservation(
                                        bits.unsigned(at, 12),
                                        bits.unsigned(at + 12, 4),
                                        bits.unsigned(at + 16, 3),
                                        bits.unsigned(at + 19, 11)))
                        .toList());
    }

    static AisMessage channels(Header header, Payload bits) {
        var isAddressed = bits.flag(139);
        return new AisMessage.ChannelManagement(
                header,
                bits.unsigned(40, 12),
                bits.unsigned(52, 12),
                bits.unsigned(64, 4),
                bits.flag(68),
                isAddressed ? null : area(bits, 69),
                isAddressed
                        ? IntStream.of(bits.unsigned(69, 30), bits.unsigned(104, 30))
                                .filter(mmsi -> mmsi != 0)
                                .boxed()
                                .toList()
                        : List.of());
    }

    static AisMessage groupAssignment(Header header, Payload bits) {
        return new AisMessage.GroupAssignment(
                header,
                area(bits, 40),
                bits.unsigned(110, 4),
                bits.unsigned(114, 8),
                bits.unsigned(144, 2),
                bits.unsigned(146, 4),
                bits.unsigned(150, 4));
    }

    static AisMessage shortBinary(Header header, Payload bits) {
        var isAddressed = bits.flag(38);
        var isStructured = bits.flag(39);
        var application = isAddressed ? 70 : 40;
        var from = application + (isStructured ? 16 : 0);
        // Message 26 ends with 20 bits of communication state.
        var to = Math.max(from, bits.bits() - (header.type() == 26 ? 20 : 0));
        return new AisMessage.ShortBinary(
                header,
                isAddressed ? bits.unsigned(40, 30) : null,
                isStructured ? bits.unsigned(application, 16) : null,
                to - from,
                bits.hex(from, to));
    }

    private static AisMessage.Area area(Payload bits, int at) {
        return new AisMessage.Area(
                degrees(bits.signed(at + 18, 17), 90),
                degrees(bits.signed(at, 18), 180),
                degrees(bits.signed(at + 53, 17), 90),
                degrees(bits.signed(at + 35, 18), 180));
    }

    private static @Nullable Double degrees(int tenthsOfAMinute, int most) {
        return Math.abs(tenthsOfAMinute) <= most * TENTHS_OF_A_MINUTE
                ? tenthsOfAMinute / (double) TENTHS_OF_A_MINUTE
                : null;
    }
}
