package org.fairlead.cli.endtoend;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.nmea.AisEncoder;
import org.fairlead.nmea.message.AisMessage;
import org.fairlead.nmea.message.Dimensions;
import org.fairlead.nmea.message.Header;
import org.fairlead.nmea.message.Motion;
import org.fairlead.nmea.message.Position;
import org.fairlead.nmea.message.StaticReport;
import org.fairlead.nmea.message.Voyage;

/// Sentences of a few ships made for one test.
final class TestFeed {

    private final AisEncoder encoder = new AisEncoder("TESTFEED", 'B');
    private final List<String> lines = new ArrayList<>();

    /// Reports every `every` from `from` to `to`, on a straight slow course.
    TestFeed reports(
            int mmsi, Instant from, Instant to, Duration every, double latitude, double longitude) {
        int step = 0;
        for (Instant at = from; !at.isAfter(to); at = at.plus(every)) {
            position(mmsi, at, latitude + step * 0.0004, longitude + step * 0.0004);
            step++;
        }
        return this;
    }

    TestFeed identity(int mmsi, int imo, String name, Instant at) {
        add(
                new AisMessage.StaticData(
                        new Header(5, 0, mmsi),
                        StaticReport.classA(
                                mmsi,
                                imo,
                                name,
                                "TEST" + mmsi % 1000,
                                70,
                                new Dimensions(90, 30, 10, 10),
                                new Voyage(6.0, null, null))),
                at);
        return this;
    }

    private void position(int mmsi, Instant at, double latitude, double longitude) {
        add(
                new AisMessage.ClassAPosition(
                        new Header(1, 0, mmsi),
                        0,
                        0.0,
                        new Position(latitude, longitude, true),
                        new Motion(9.5, 45.0, 45, (int) Math.floorMod(at.getEpochSecond(), 60L))),
                at);
    }

    private void add(AisMessage message, Instant at) {
        lines.addAll(encoder.encode(message, at));
    }

    TestFeed line(String line) {
        lines.add(line);
        return this;
    }

    byte[] bytes() {
        return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
