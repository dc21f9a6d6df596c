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
import org.fairlead.nmea.message.Eta;
import org.fairlead.nmea.message.Header;
import org.fairlead.nmea.message.Motion;
import org.fairlead.nmea.message.Position;
import org.fairlead.nmea.message.StaticReport;
import org.fairlead.nmea.message.Voyage;

/// Sentences made for the tests.
final class Lines {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final int MMSI = 273_000_000;

    static final ClassAPosition POSITION =
            new ClassAPosition(
                    new Header(1, 0, MMSI),
                    0,
                    0.0,
                    new Position(38.5, 121.25, true),
                    new Motion(12.3, 271.5, 270, 42));

    static final StaticData IDENTITY =
            new StaticData(
                    new Header(5, 0, MMSI),
                    StaticReport.classA(
                            MMSI,
                            9_074_729,
                            "EXAMPLE STAR",
                            "UBCD7",
                            70,
                            new Dimensions(120, 20, 8, 12),
                            new Voyage(7.4, "RAJIN", new Eta(3, 5, 6, 30))));

    static final ClassBPosition CLASS_B =
            new ClassBPosition(
                    new Header(18, 0, MMSI),
                    new Position(-33.25, -70.125, false),
                    new Motion(0.0, null, null, 7),
                    null);

    private Lines() {}

    static List<String> of(AisMessage message) {
        return of(message, "test-1");
    }

    static List<String> of(AisMessage message, String source) {
        return new AisEncoder(source, 'A').encode(message, NOON);
    }

    /// A sentence without tag block: `of` with everything up to the second backslash cut off.
    static String bare(String line) {
        return line.substring(line.lastIndexOf('\\') + 1);
    }

    /// Text between `!` and `*`, with both and the checksum put around it.
    static String sentence(String text) {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return String.format(Locale.ROOT, "!%s*%02X", text, Hex.checksum(bytes, 0, bytes.length));
    }

    /// A log with a bit of everything: all kinds of line, good and bad.
    static byte[] mixture() {
        var lines = new ArrayList<String>();
        lines.addAll(of(POSITION));
        lines.addAll(of(IDENTITY));
        lines.add("# a comment");
        lines.add("\\s:other*6A\\");
        lines.add(bare(of(CLASS_B).getFirst()) + "\r");
        lines.add("$GPGGA,184353.07,1929.045,S,02410.506,E,1,04,2.6,100.00,M,-33.9,M,,0000*6D");
        lines.add("");
        lines.add(bare(of(POSITION).getFirst()).replace("*", "1*"));
        lines.add(of(IDENTITY).getLast());
        lines.add("\0\0\0garbage\0");
        lines.add("x".repeat(300));
        lines.addAll(
                of(
                        new StaticData(
                                new Header(24, 0, MMSI), StaticReport.partA(MMSI, "SMALL BOAT"))));
        lines.addAll(of(POSITION));
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }
}
