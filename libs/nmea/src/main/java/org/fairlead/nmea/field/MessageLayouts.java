package org.fairlead.nmea.field;

import java.util.List;
import java.util.stream.IntStream;

/// The fields of the 27 messages of ITU-R M.1371-5, annex 8, after their header.
final class MessageLayouts {

    static final Layout HEADER =
            Layout.of("every message", 0)
                    .number("type", "type", 6)
                    .number("repeat", "repeat", 2)
                    .number("mmsi", "mmsi", 30)
                    .build();

    private static final int BODY = 38;

    static final Layout CLASS_A =
            position(
                            body("1, 2, 3: position of a class A ship")
                                    .code("status", "navigationStatus", 4, Codes.NAVIGATION_STATUS)
                                    .turn()
                                    .parts("speed", "speedKnots", 10, 10, 1022))
                    .upTo("heading", "headingDegrees", 9, 359)
                    .upTo("second", "utcSecond", 6, 59)
                    .code("maneuver", "manoeuvre", 2, Codes.MANOEUVRE)
                    .skip(3)
                    .flag("raim", "isIntegrityMonitored")
                    .communicationState(19)
                    .build();

    static final Layout UTC =
            body("4, 11: clock and position of a base station, or of a ship that was asked")
                    .instant("timestamp", "utc")
                    .flag("accuracy", "isAccurate")
                    .longitudeLatitude(28, 10_000)
                    .code("epfd", "positionDevice", 4, Codes.POSITION_DEVICE)
                    .flag("transmission_control", "isLongRangeTransmissionRequested")
                    .skip(9)
                    .flag("raim", "isIntegrityMonitored")
                    .communicationState(19)
                    .build();

    static final Layout CLASS_A_STATIC =
            body("5: identity and voyage of a class A ship")
                    .number("ais_version", "standardVersion", 2)
                    .fromOne("imo", "imo", 30)
                    .text("callsign", "callSign", 7)
                    .text("shipname", "name", 20)
                    .code("shiptype", "shipType", 8, Codes.SHIP_TYPE)
                    .dimensions()
                    .code("epfd", "positionDevice", 4, Codes.POSITION_DEVICE)
                    .monthToMinute("eta", "estimatedArrival")
                    .parts("draught", "draughtMetres", 8, 10, 255)
                    .zeroIsAbsent()
                    .text("destination", "destination", 20)
                    .number("dte", "dataTerminalEquipment", 1)
                    .build();

    static final Layout ADDRESSED_BINARY =
            body("6: binary message to one station")
                    .number("seqno", "sequence", 2)
                    .number("dest_mmsi", "destinationMmsi", 30)
                    .flag("retransmit", "isRetransmitted")
                    .skip(1)
                    .number("dac", "designatedAreaCode", 10)
                    .number("fid", "functionIdentifier", 6)
                    .dataToTheEnd(0)
                    .build();

    static final Layout ACKNOWLEDGEMENT =
            body("7, 13: receipt for messages 6 and 12")
                    .skip(2)
                    .fromOne("mmsi1", "mmsi1", 30)
                    .number("seqno1", "sequence1", 2)
                    .fromOne("mmsi2", "mmsi2", 30)
                    .number("seqno2", "sequence2", 2)
                    .fromOne("mmsi3", "mmsi3", 30)
                    .number("seqno3", "sequence3", 2)
                    .fromOne("mmsi4", "mmsi4", 30)
                    .number("seqno4", "sequence4", 2)
                    .build();

    static final Layout BROADCAST_BINARY =
            body("8: binary message to all")
                    .skip(2)
                    .number("dac", "designatedAreaCode", 10)
                    .number("fid", "functionIdentifier", 6)
                    .dataToTheEnd(0)
                    .build();

    static final Layout AIRCRAFT =
            position(
                            body("9: position of a search and rescue aircraft")
                                    .upTo("alt", "altitudeMetres", 12, 4094)
                                    .upTo("speed", "speedKnots", 10, 1022))
                    .upTo("second", "utcSecond", 6, 59)
                    .number("regional", "regional", 8)
                    .number("dte", "dataTerminalEquipment", 1)
                    .skip(3)
                    .flag("assigned", "isAssignedMode")
                    .flag("raim", "isIntegrityMonitored")
                    .communicationState(20)
                    .build();

    static final Layout UTC_INQUIRY =
            body("10: question for the time")
                    .skip(2)
                    .number("dest_mmsi", "destinationMmsi", 30)
                    .build();

    static final Layout ADDRESSED_TEXT =
            body("12: safety text to one station")
                    .number("seqno", "sequence", 2)
                    .number("dest_mmsi", "destinationMmsi", 30)
                    .flag("retransmit", "isRetransmitted")
                    .skip(1)
                    .textToTheEnd("text", "text")
                    .build();

    static final Layout TEXT =
            body("14: safety text to all").skip(2).textToTheEnd("text", "text").build();

    static final Layout INTERROGATION =
            body("15: request for messages")
                    .skip(2)
                    .fromOne("mmsi1", "mmsi1", 30)
                    .fromOne("type1_1", "messageType1First", 6)
                    .number("offset1_1", "slotOffset1First", 12)
                    .skip(2)
                    .fromOne("type1_2", "messageType1Second", 6)
                    .number("offset1_2", "slotOffset1Second", 12)
                    .skip(2)
                    .fromOne("mmsi2", "mmsi2", 30)
                    .fromOne("type2_1", "messageType2First", 6)
                    .number("offset2_1", "slotOffset2First", 12)
                    .build();

    static final Layout ASSIGNMENT =
            body("16: order to report at an interval or in slots")
                    .skip(2)
                    .fromOne("mmsi1", "mmsi1", 30)
                    .number("offset1", "slotOffset1", 12)
                    .number("increment1", "slotIncrement1", 10)
                    .fromOne("mmsi2", "mmsi2", 30)
                    .number("offset2", "slotOffset2", 12)
                    .number("increment2", "slotIncrement2", 10)
                    .build();

    static final Layout CORRECTIONS =
            body("17: differential corrections for satellite navigation")
                    .skip(2)
                    .longitudeLatitude(18, 10)
                    .skip(5)
                    .dataToTheEnd(0)
                    .build();

    static final Layout CLASS_B =
            position(
                            body("18: position of a class B ship")
                                    .number("reserved", "reserved", 8)
                                    .parts("speed", "speedKnots", 10, 10, 1022))
                    .upTo("heading", "headingDegrees", 9, 359)
                    .upTo("second", "utcSecond", 6, 59)
                    .number("regional", "regional", 2)
                    .flag("cs", "isCarrierSense")
                    .flag("display", "hasDisplay")
                    .flag("dsc", "hasDigitalSelectiveCalling")
                    .flag("band", "isWholeBand")
                    .flag("msg22", "takesChannelOrders")
                    .flag("assigned", "isAssignedMode")
                    .flag("raim", "isIntegrityMonitored")
                    .communicationState(20)
                    .build();

    static final Layout CLASS_B_EXTENDED =
            position(
                            body("19: position and identity of a class B ship")
                                    .number("reserved", "reserved", 8)
                                    .parts("speed", "speedKnots", 10, 10, 1022))
                    .upTo("heading", "headingDegrees", 9, 359)
                    .upTo("second", "utcSecond", 6, 59)
                    .number("regional", "regional", 4)
                    .text("shipname", "name", 20)
                    .code("shiptype", "shipType", 8, Codes.SHIP_TYPE)
                    .dimensions()
                    .code("epfd", "positionDevice", 4, Codes.POSITION_DEVICE)
                    .flag("raim", "isIntegrityMonitored")
                    .number("dte", "dataTerminalEquipment", 1)
                    .flag("assigned", "isAssignedMode")
                    .build();

    static final Layout LINK_MANAGEMENT = linkManagement();

    static final Layout AID =
            body("21: aid to navigation")
                    .code("aid_type", "aidType", 5, Codes.AID_TYPE)
                    .aidName()
                    .flag("accuracy", "isAccurate")
                    .longitudeLatitude(28, 10_000)
                    .dimensions()
                    .code("epfd", "positionDevice", 4, Codes.POSITION_DEVICE)
                    .upTo("second", "utcSecond", 6, 59)
                    .flag("off_position", "isOffPosition")
                    .number("regional", "regional", 8)
                    .flag("raim", "isIntegrityMonitored")
                    .flag("virtual_aid", "isVirtual")
                    .flag("assigned", "isAssignedMode")
                    .build();

    static final Layout CHANNELS_OF_AN_AREA =
            bands(
                    channels("22: channels to use in an area")
                            .longitude("ne_lon", "northEastLongitudeDegrees", 18, 10)
                            .latitude("ne_lat", "northEastLatitudeDegrees", 17, 10)
                            .longitude("sw_lon", "southWestLongitudeDegrees", 18, 10)
                            .latitude("sw_lat", "southWestLatitudeDegrees", 17, 10));

    static final Layout CHANNELS_OF_STATIONS =
            bands(
                    channels("22: channels to use, for one or two stations")
                            .number("dest1", "destinationMmsi1", 30)
                            .skip(5)
                            .number("dest2", "destinationMmsi2", 30)
                            .skip(5));

    static final Layout GROUP_ASSIGNMENT =
            body("23: order to the stations of an area")
                    .skip(2)
                    .longitude("ne_lon", "northEastLongitudeDegrees", 18, 10)
                    .latitude("ne_lat", "northEastLatitudeDegrees", 17, 10)
                    .longitude("sw_lon", "southWestLongitudeDegrees", 18, 10)
                    .latitude("sw_lat", "southWestLatitudeDegrees", 17, 10)
                    .code("stationtype", "stationType", 4, Codes.STATION_TYPE)
                    .code("shiptype", "shipType", 8, Codes.SHIP_TYPE)
                    .skip(22)
                    .number("txrx", "transmitReceiveMode", 2)
                    .number("interval", "reportingIntervalCode", 4)
                    .number("quiet", "quietMinutes", 4)
                    .build();

    static final Layout PART_A =
            body("24 part A: name of a class B ship")
                    .partLetter()
                    .text("shipname", "name", 20)
                    .build();

    static final Layout PART_B =
            partB("24 part B: identity of a class B ship").dimensions().build();

    static final Layout PART_B_AUXILIARY =
            partB("24 part B: identity of a craft of a mother ship (MMSI 98…)")
                    .number("mothership_mmsi", "motherShipMmsi", 30)
                    .build();

    static final Layout PART_UNKNOWN =
            body("24 of a part no standard knows").partLetter().dataToTheEnd(0).build();

    static final Layout LONG_RANGE =
            body("27: position of a class A ship, for satellites")
                    .flag("accuracy", "isAccurate")
                    .flag("raim", "isIntegrityMonitored")
                    .code("status", "navigationStatus", 4, Codes.NAVIGATION_STATUS)
                    .longitudeLatitude(18, 10)
                    .upTo("speed", "speedKnots", 6, 62)
                    .upTo("course", "courseDegrees", 9, 359)
                    .flag("gnss", "isLatent")
                    .build();

    /// By addressed and structured: 25 then 26.
    private static final List<Layout> SLOTS =
            IntStream.range(0, 8).mapToObj(MessageLayouts::slots).toList();

    private MessageLayouts() {}

    /// The fields of a message after its header, of a type from 1 to 27.
    static Layout body(int type, Bits bits) {
        return switch (type) {
            case 1, 2, 3 -> CLASS_A;
            case 4, 11 -> UTC;
            case 5 -> CLASS_A_STATIC;
            case 6 -> ADDRESSED_BINARY;
            case 7, 13 -> ACKNOWLEDGEMENT;
            case 8 -> BROADCAST_BINARY;
            case 9 -> AIRCRAFT;
            case 10 -> UTC_INQUIRY;
            case 12 -> ADDRESSED_TEXT;
            case 14 -> TEXT;
            case 15 -> INTERROGATION;
            case 16 -> ASSIGNMENT;
            case 17 -> CORRECTIONS;
            case 18 -> CLASS_B;
            case 19 -> CLASS_B_EXTENDED;
            case 20 -> LINK_MANAGEMENT;
            case 21 -> AID;
            case 22 -> bits.unsigned(139, 1) == 0 ? CHANNELS_OF_AN_AREA : CHANNELS_OF_STATIONS;
            case 23 -> GROUP_ASSIGNMENT;
            case 24 -> part(bits);
            case 25, 26 -> SLOTS.get((type - 25) * 4 + bits.unsigned(BODY, 2));
            case 27 -> LONG_RANGE;
            default ->
                    throw new IllegalArgumentException("no message type of the standard: " + type);
        };
    }

    /// Every layout once, for documentation and tests.
    static List<Layout> all() {
        return List.of(
                CLASS_A,
                UTC,
                CLASS_A_STATIC,
                ADDRESSED_BINARY,
                ACKNOWLEDGEMENT,
                BROADCAST_BINARY,
                AIRCRAFT,
                UTC_INQUIRY,
                ADDRESSED_TEXT,
                TEXT,
                INTERROGATION,
                ASSIGNMENT,
                CORRECTIONS,
                CLASS_B,
                CLASS_B_EXTENDED,
                LINK_MANAGEMENT,
                AID,
                CHANNELS_OF_AN_AREA,
                CHANNELS_OF_STATIONS,
                GROUP_ASSIGNMENT,
                PART_A,
                PART_B,
                PART_B_AUXILIARY,
                PART_UNKNOWN,
                SLOTS.get(3),
                SLOTS.get(7),
                LONG_RANGE);
    }

    private static Layout part(Bits bits) {
        return switch (bits.unsigned(BODY, 2)) {
            case 0 -> PART_A;
            case 1 -> isAuxiliary(bits.unsigned(8, 30)) ? PART_B_AUXILIARY : PART_B;
            default -> PART_UNKNOWN;
        };
    }

    /// Craft of a mother ship have an MMSI 98MIDxxxx (ITU-R M.585).
    private static boolean isAuxiliary(int mmsi) {
        return mmsi / 10_000_000 == 98;
    }

    private static Layout.Builder body(String title) {
        return Layout.of(title, BODY);
    }

    /// Accuracy, longitude, latitude, course: in this order wherever a ship's position is.
    private static Layout.Builder position(Layout.Builder before) {
        return before.flag("accuracy", "isAccurate")
                .longitudeLatitude(28, 10_000)
                .parts("course", "courseDegrees", 12, 10, 3599);
    }

    private static Layout linkManagement() {
        var layout = body("20: slots reserved for base stations").skip(2);
        for (var i = 1; i <= 4; i++) {
            layout.number("offset" + i, "slotOffset" + i, 12)
                    .number("number" + i, "slots" + i, 4)
                    .number("timeout" + i, "timeoutMinutes" + i, 3)
                    .number("increment" + i, "slotIncrement" + i, 11);
        }
        return layout.build();
    }

    private static Layout.Builder channels(String title) {
        return body(title)
                .skip(2)
                .number("channel_a", "channelA", 12)
                .number("channel_b", "channelB", 12)
                .number("txrx", "transmitReceiveMode", 4)
                .flag("power", "isLowPower");
    }

    private static Layout bands(Layout.Builder channels) {
        return channels.flag("addressed", "isAddressed")
                .flag("band_a", "isNarrowBandA")
                .flag("band_b", "isNarrowBandB")
                .number("zonesize", "zoneSizeCode", 3)
                .build();
    }

    private static Layout.Builder partB(String title) {
        return body(title)
                .partLetter()
                .code("shiptype", "shipType", 8, Codes.SHIP_TYPE)
                .textOver("vendorid", "vendor", 7)
                .skip(18)
                .number("model", "vendorModel", 4)
                .number("serial", "vendorSerial", 20)
                .text("callsign", "callSign", 7);
    }

    private static Layout slots(int kind) {
        var isAddressed = (kind & 2) != 0;
        var isStructured = (kind & 1) != 0;
        var isLong = kind >= 4;
        var layout =
                body(isLong
                                ? "26: binary message of several slots"
                                : "25: binary message of one slot")
                        .flag("addressed", "isAddressed")
                        .flag("structured", "isStructured");
        if (isAddressed) {
            layout.number("dest_mmsi", "destinationMmsi", 30);
        } else {
            layout.notSent("dest_mmsi", "destinationMmsi");
        }
        if (isStructured) {
            layout.number("app_id", "applicationId", 16);
        } else {
            layout.notSent("app_id", "applicationId");
        }
        layout.dataToTheEnd(isLong ? 20 : 0);
        if (isLong) {
            layout.atTheEnd("radio", "communicationState", 20);
        }
        return layout.build();
    }
}
