package org.fairlead.nmea;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fairlead.nmea.message.AisMessage;
import org.fairlead.nmea.message.AisMessage.ClassAPosition;
import org.fairlead.nmea.message.AisMessage.ClassBPosition;
import org.fairlead.nmea.message.AisMessage.StaticData;
import org.fairlead.nmea.message.Dimensions;
import org.fairlead.nmea.message.Header;
import org.fairlead.nmea.message.Position;
import org.fairlead.nmea.message.StaticReport;
import org.jspecify.annotations.Nullable;

/// Writes messages 1, 2, 3, 5, 18 and 24 as the sentences a receiver would log: for synthetic
/// tracks, demonstrations and tests. Such data must be labelled synthetic by whoever makes it.
///
/// Each sentence has a tag block with its source and time; a long message is split in two sentences
/// that share a sequence id. Text of 6-bit ASCII only: see [PayloadWriter#text].
public final class AisEncoder {

    private static final int PAYLOAD_CHARACTERS = 60;

    private final String source;
    private final char channel;
    private int sequence;

    /// @param source name for the tag block's `s:`, letters, digits, `-` and `_`, at most 15
    /// @param channel `A` or `B`
    public AisEncoder(String source, char channel) {
        if (!source.matches("[A-Za-z0-9_-]{1,15}")) {
            throw new IllegalArgumentException("not a source name of 1 to 15 letters: " + source);
        }
        if (channel != 'A' && channel != 'B') {
            throw new IllegalArgumentException("channel neither A nor B: " + channel);
        }
        this.source = source;
        this.channel = channel;
    }

    /// The sentences of one message, without line breaks.
    ///
    /// @throws IllegalArgumentException for a message of a type it cannot write
    public List<String> encode(AisMessage message, Instant receivedAt) {
        var bits = write(message);
        var armoured = bits.armoured();
        var total = (armoured.length() + PAYLOAD_CHARACTERS - 1) / PAYLOAD_CHARACTERS;
        var id = total == 1 ? "" : String.valueOf(sequence++ % 10);
        var sentences = new ArrayList<String>(total);
        for (var part = 1; part <= total; part++) {
            var from = (part - 1) * PAYLOAD_CHARACTERS;
            var text =
                    armoured.substring(
                            from, Math.min(armoured.length(), from + PAYLOAD_CHARACTERS));
            var fill = part == total ? bits.fillBits() : 0;
            sentences.add(
                    tagBlock(receivedAt)
                            + '!'
                            + withChecksum(
                                    "AIVDM,%d,%d,%s,%c,%s,%d"
                                            .formatted(total, part, id, channel, text, fill)));
        }
        return sentences;
    }

    private String tagBlock(Instant receivedAt) {
        var millis = receivedAt.toEpochMilli();
        var time = millis % 1_000 == 0 ? millis / 1_000 : millis;
        return '\\' + withChecksum("s:" + source + ",c:" + time) + '\\';
    }

    private static String withChecksum(String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        return text + String.format(Locale.ROOT, "*%02X", Hex.checksum(bytes, 0, bytes.length));
    }

    private static PayloadWriter write(AisMessage message) {
        return switch (message) {
            case ClassAPosition position -> classA(position);
            case ClassBPosition position when position.type() == 18 -> classB(position);
            case StaticData data -> staticData(data);
            case AisMessage other ->
                    throw new IllegalArgumentException("cannot write message " + other.type());
        };
    }

    private static PayloadWriter start(Header header) {
        return new PayloadWriter()
                .number(header.type(), 6)
                .number(header.repeat(), 2)
                .number(header.mmsi(), 30);
    }

    private static PayloadWriter classA(ClassAPosition message) {
        var motion = message.motion();
        var bits =
                start(message.header())
                        .number(or(message.navigationStatus(), PositionLayout.STATUS_ABSENT), 4)
                        .number(turn(message.turnDegreesPerMinute()), 8)
                        .number(tenths(motion.speedKnots(), PositionLayout.SPEED_ABSENT), 10);
        return position(bits, message.position())
                .number(tenths(motion.courseDegrees(), PositionLayout.COURSE_ABSENT), 12)
                .number(or(motion.headingDegrees(), PositionLayout.HEADING_ABSENT), 9)
                .number(or(motion.utcSecond(), PositionLayout.SECOND_ABSENT), 6)
                .zeros(25);
    }

    private static PayloadWriter classB(ClassBPosition message) {
        var motion = message.motion();
        var bits =
                start(message.header())
                        .zeros(8)
                        .number(tenths(motion.speedKnots(), PositionLayout.SPEED_ABSENT), 10);
        return position(bits, message.position())
                .number(tenths(motion.courseDegrees(), PositionLayout.COURSE_ABSENT), 12)
                .number(or(motion.headingDegrees(), PositionLayout.HEADING_ABSENT), 9)
                .number(or(motion.utcSecond(), PositionLayout.SECOND_ABSENT), 6)
                // A carrier-sense unit on the whole band: the flags most class B transponders send.
                .zeros(2)
                .number(0b1011, 4)
                .zeros(25);
    }

    private static PayloadWriter position(PayloadWriter bits, @Nullable Position position) {
        return position == null
                ? bits.zeros(1)
                        .number(PositionLayout.LONGITUDE_ABSENT, 28)
                        .number(PositionLayout.LATITUDE_ABSENT, 27)
                : bits.flag(position.isAccurate())
                        .number((int) Math.round(position.longitudeDegrees() * 600_000), 28)
                        .number((int) Math.round(position.latitudeDegrees() * 600_000), 27);
    }

    private static PayloadWriter staticData(StaticData data) {
        var report = data.report();
        var bits = start(data.header());
        return switch (report.origin()) {
            case CLASS_A_STATIC -> classAStatic(bits, report);
            case CLASS_B_PART_A -> bits.number(0, 2).text(report.name(), 20).zeros(8);
            case CLASS_B_PART_B -> partB(bits, report);
            case CLASS_B_EXTENDED -> throw new IllegalArgumentException("cannot write message 19");
        };
    }

    private static PayloadWriter classAStatic(PayloadWriter bits, StaticReport report) {
        var voyage = report.voyage();
        var eta = voyage.eta();
        bits.zeros(2)
                .number(or(report.imo(), 0), 30)
                .text(report.callSign(), 7)
                .text(report.name(), 20)
                .number(or(report.shipType(), 0), 8);
        return dimensions(bits, report.dimensions())
                .number(1, 4)
                .number(eta == null ? 0 : eta.month(), 4)
                .number(eta == null ? 0 : eta.day(), 5)
                .number(eta == null ? 24 : eta.hour(), 5)
                .number(eta == null ? 60 : eta.minute(), 6)
                .number(tenths(voyage.draughtMetres(), 0), 8)
                .text(voyage.destination(), 20)
                .zeros(2);
    }

    private static PayloadWriter partB(PayloadWriter bits, StaticReport report) {
        bits.number(1, 2).number(or(report.shipType(), 0), 8).zeros(42).text(report.callSign(), 7);
        var mother = report.motherShipMmsi();
        return mother == null
                ? dimensions(bits, report.dimensions()).zeros(6)
                : bits.number(mother, 30).zeros(6);
    }

    private static PayloadWriter dimensions(PayloadWriter bits, @Nullable Dimensions dimensions) {
        return dimensions == null
                ? bits.zeros(30)
                : bits.number(dimensions.bowMetres(), 9)
                        .number(dimensions.sternMetres(), 9)
                        .number(dimensions.portMetres(), 6)
                        .number(dimensions.starboardMetres(), 6);
    }

    private static int turn(@Nullable Double degreesPerMinute) {
        if (degreesPerMinute == null) {
            return PositionLayout.TURN_ABSENT;
        }
        var root = 4.733 * Math.sqrt(Math.abs(degreesPerMinute));
        return (int) Math.round(Math.signum(degreesPerMinute) * Math.min(126, root));
    }

    private static int tenths(@Nullable Double value, int absent) {
        return value == null ? absent : (int) Math.round(value * 10);
    }

    private static int or(@Nullable Integer value, int absent) {
        return value == null ? absent : value;
    }
}
