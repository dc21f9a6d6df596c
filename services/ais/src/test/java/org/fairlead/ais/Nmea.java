package org.fairlead.ais;

import java.nio.charset.StandardCharsets;
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

/// Writes files of sentences for tests.
public final class Nmea {

    private final AisEncoder encoder = new AisEncoder("test", 'A');
    private final List<String> lines = new ArrayList<>();

    public Nmea position(int mmsi, Instant at, double latitude, double longitude) {
        var message =
                new AisMessage.ClassAPosition(
                        new Header(1, 0, mmsi),
                        0,
                        null,
                        new Position(latitude, longitude, true),
                        new Motion(
                                12.3, 45.6, 46, at.atOffset(java.time.ZoneOffset.UTC).getSecond()));
        lines.addAll(encoder.encode(message, at));
        return this;
    }

    public Nmea identity(int mmsi, Instant at, int imo, String name, String callSign) {
        var report =
                StaticReport.classA(
                        mmsi, imo, name, callSign, 70, new Dimensions(80, 20, 8, 8), Voyage.NONE);
        lines.addAll(encoder.encode(new AisMessage.StaticData(new Header(5, 0, mmsi), report), at));
        return this;
    }

    public Nmea line(String line) {
        lines.add(line);
        return this;
    }

    public String text() {
        return String.join("\n", lines) + "\n";
    }

    public byte[] bytes() {
        return text().getBytes(StandardCharsets.ISO_8859_1);
    }
}
