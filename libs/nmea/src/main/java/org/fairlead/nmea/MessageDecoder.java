package org.fairlead.nmea;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.fairlead.nmea.message.AisMessage;
import org.fairlead.nmea.message.Dimensions;
import org.fairlead.nmea.message.Eta;
import org.fairlead.nmea.message.Header;
import org.fairlead.nmea.message.Motion;
import org.fairlead.nmea.message.Position;
import org.fairlead.nmea.message.StaticReport;
import org.fairlead.nmea.message.StaticReport.Origin;
import org.fairlead.nmea.message.Voyage;
import org.jspecify.annotations.Nullable;

/// Turns a payload whose length is known to suffice into a message. Pure; never throws.
final class MessageDecoder {

    private MessageDecoder() {}

    static AisMessage decode(int type, Payload bits, long epochMillis) {
        var header = new Header(type, bits.unsigned(6, 2), bits.unsigned(8, 30));
        return switch (type) {
            case 1, 2, 3 -> classAPosition(header, bits);
            case 4, 11 ->
                    new AisMessage.UtcReport(header, utc(bits), position(PositionLayout.UTC, bits));
            case 5 ->
                    new AisMessage.StaticData(
                            header, classAStatic(header.mmsi(), bits, epochMillis));
            case 6 ->
                    new AisMessage.AddressedBinary(
                            header,
                            bits.unsigned(38, 2),
                            bits.unsigned(40, 30),
                            bits.flag(70),
                            ApplicationDecoder.decode(6, bits));
            case 7, 13 -> ControlMessages.acknowledgement(header, bits);
            case 8 -> new AisMessage.BroadcastBinary(header, ApplicationDecoder.decode(8, bits));
            case 9 -> aircraft(header, bits);
            case 10 -> new AisMessage.UtcInquiry(header, bits.unsigned(40, 30));
            case 12 ->
                    new AisMessage.AddressedText(
                            header,
                            bits.unsigned(38, 2),
                            bits.unsigned(40, 30),
                            bits.flag(70),
                            bits.text(72, (bits.bits() - 72) / 6));
            case 14 -> new AisMessage.BroadcastText(header, bits.text(40, (bits.bits() - 40) / 6));
            case 15 -> ControlMessages.interrogation(header, bits);
            case 16 -> ControlMessages.assignment(header, bits);
            case 17 -> ControlMessages.corrections(header, bits);
            case 18 -> classB(header, bits, null);
            case 19 -> classB(header, bits, classBExtended(header.mmsi(), bits, epochMillis));
            case 20 -> ControlMessages.linkManagement(header, bits);
            case 21 -> aidToNavigation(header, bits);
            case 22 -> ControlMessages.channels(header, bits);
            case 23 -> ControlMessages.groupAssignment(header, bits);
            case 24 -> part(header, bits, epochMillis);
            case 25, 26 -> ControlMessages.shortBinary(header, bits);
            case 27 -> longRange(header, bits);
            default -> new AisMessage.Unrecognised(header, bits.bits(), bits.armoured());
        };
    }

    /// The identity in messages 5, 19 and 24; null for other messages and unknown parts of 24.
    static @Nullable StaticReport staticReport(int type, Payload bits, long epochMillis) {
        var mmsi = bits.unsigned(8, 30);
        return switch (type) {
            case 5 -> classAStatic(mmsi, bits, epochMillis);
            case 19 -> classBExtended(mmsi, bits, epochMillis);
            case 24 -> classBPart(mmsi, bits, epochMillis);
            default -> null;
        };
    }

    private static AisMessage classAPosition(Header header, Payload bits) {
        var layout = PositionLayout.CLASS_A;
        return new AisMessage.ClassAPosition(
                header,
                orNull(layout.status(bits), PositionLayout.STATUS_ABSENT),
                turn(layout.turn(bits)),
                position(layout, bits),
                motion(layout, bits));
    }

    private static AisMessage aircraft(Header header, Payload bits) {
        return new AisMessage.SearchAndRescueAircraft(
                header,
                orNull(bits.unsigned(38, 12), 4_095),
                position(PositionLayout.AIRCRAFT, bits),
                motion(PositionLayout.AIRCRAFT, bits));
    }

    private static AisMessage classB(Header header, Payload bits, @Nullable StaticReport report) {
        return new AisMessage.ClassBPosition(
                header,
                position(PositionLayout.CLASS_B, bits),
                motion(PositionLayout.CLASS_B, bits),
                report);
    }

    private static AisMessage longRange(Header header, Payload bits) {
        var layout = PositionLayout.LONG_RANGE;
        return new AisMessage.LongRangePosition(
                header,
                orNull(layout.status(bits), PositionLayout.STATUS_ABSENT),
                position(layout, bits),
                motion(layout, bits),
                bits.flag(94));
    }

    private static AisMessage aidToNavigation(Header header, Payload bits) {
        // A name of more than 20 characters goes on after the flags.
        var name = bits.untrimmedText(43, 20);
        var more = Math.clamp((bits.bits() - 272) / 6, 0, 14);
        if (name.length() == 20 && more > 0) {
            name += bits.text(272, more);
        }
        return new AisMessage.AidToNavigation(
                header,
                orNull(bits.unsigned(38, 5), 0),
                emptyToNull(name.stripTrailing()),
                position(PositionLayout.AID, bits),
                dimensions(bits, 219),
                bits.flag(259),
                bits.flag(269));
    }

    private static AisMessage part(Header header, Payload bits, long epochMillis) {
        var report = classBPart(header.mmsi(), bits, epochMillis);
        return report == null
                ? new AisMessage.UnknownPart(
                        header, bits.unsigned(38, 2), bits.bits(), bits.armoured())
                : new AisMessage.StaticData(header, report);
    }

    private static StaticReport classAStatic(int mmsi, Payload bits, long epochMillis) {
        return new StaticReport(
                mmsi,
                Origin.CLASS_A_STATIC,
                epochMillis,
                orNull(bits.unsigned(40, 30), 0),
                emptyToNull(bits.text(112, 20)),
                emptyToNull(bits.text(70, 7)),
                orNull(bits.unsigned(232, 8), 0),
                dimensions(bits, 240),
                null,
                voyage(bits));
    }

    private static Voyage voyage(Payload bits) {
        var tenths = bits.unsigned(294, 8);
        return new Voyage(
                tenths == 0 ? null : tenths / 10.0, emptyToNull(bits.text(302, 20)), eta(bits));
    }

    private static @Nullable Eta eta(Payload bits) {
        var eta =
                new Eta(
                        bits.unsigned(274, 4),
                        bits.unsigned(278, 5),
                        bits.unsigned(283, 5),
                        bits.unsigned(288, 6));
        return eta.month() == 0 && eta.day() == 0 ? null : eta;
    }

    private static StaticReport classBExtended(int mmsi, Payload bits, long epochMillis) {
        return new StaticReport(
                mmsi,
                Origin.CLASS_B_EXTENDED,
                epochMillis,
                null,
                emptyToNull(bits.text(143, 20)),
                null,
                orNull(bits.unsigned(263, 8), 0),
                dimensions(bits, 271),
                null,
                Voyage.NONE);
    }

    private static @Nullable StaticReport classBPart(int mmsi, Payload bits, long epochMillis) {
        return switch (bits.unsigned(38, 2)) {
            case 0 ->
                    new StaticReport(
                            mmsi,
                            Origin.CLASS_B_PART_A,
                            epochMillis,
                            null,
                            emptyToNull(bits.text(40, 20)),
                            null,
                            null,
                            null,
                            null,
                            Voyage.NONE);
            case 1 -> partB(mmsi, bits, epochMillis);
            default -> null;
        };
    }

    private static StaticReport partB(int mmsi, Payload bits, long epochMillis) {
        var isAuxiliary = mmsi / 10_000_000 == 98;
        return new StaticReport(
                mmsi,
                Origin.CLASS_B_PART_B,
                epochMillis,
                null,
                null,
                emptyToNull(bits.text(90, 7)),
                orNull(bits.unsigned(40, 8), 0),
                isAuxiliary ? null : dimensions(bits, 132),
                isAuxiliary ? orNull(bits.unsigned(132, 30), 0) : null,
                Voyage.NONE);
    }

    private static @Nullable Dimensions dimensions(Payload bits, int at) {
        var bow = bits.unsigned(at, 9);
        var stern = bits.unsigned(at + 9, 9);
        var port = bits.unsigned(at + 18, 6);
        var starboard = bits.unsigned(at + 24, 6);
        return (bow | stern | port | starboard) == 0
                ? null
                : new Dimensions(bow, stern, port, starboard);
    }

    private static @Nullable Position position(PositionLayout layout, Payload bits) {
        var latitude = layout.latitude(bits);
        var longitude = layout.longitude(bits);
        return AisColumns.isOnEarth(latitude, longitude)
                ? new Position(
                        latitude / 600_000.0, longitude / 600_000.0, bits.flag(layout.accuracy))
                : null;
    }

    private static Motion motion(PositionLayout layout, Payload bits) {
        var speed = layout.speed(bits);
        var course = layout.course(bits);
        var heading = layout.heading(bits);
        var second = layout.second(bits);
        return new Motion(
                speed == PositionLayout.SPEED_ABSENT ? null : speed / 10.0,
                course >= PositionLayout.COURSE_ABSENT ? null : course / 10.0,
                heading >= 360 ? null : heading,
                second >= PositionLayout.SECOND_ABSENT ? null : second);
    }

    /// Transmitted is 4.733 times the root of the rate (ITU-R M.1371-5, table 48).
    private static @Nullable Double turn(int raw) {
        if (raw == PositionLayout.TURN_ABSENT) {
            return null;
        }
        if (Math.abs(raw) == 127) {
            return Math.signum((double) raw) * 10;
        }
        var root = raw / 4.733;
        return Math.signum(root) * root * root;
    }

    private static @Nullable Instant utc(Payload bits) {
        try {
            return LocalDateTime.of(
                            bits.unsigned(38, 14),
                            bits.unsigned(52, 4),
                            bits.unsigned(56, 5),
                            bits.unsigned(61, 5),
                            bits.unsigned(66, 6),
                            bits.unsigned(72, 6))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException notAvailable) {
            return null;
        }
    }

    private static @Nullable Integer orNull(int value, int absent) {
        return value == absent ? null : Integer.valueOf(value);
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
