package org.fairlead.bench.traffic;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.fairlead.nmea.AisEncoder;
import org.fairlead.nmea.message.AisMessage;
import org.fairlead.nmea.message.Dimensions;
import org.fairlead.nmea.message.Header;
import org.fairlead.nmea.message.Motion;
import org.fairlead.nmea.message.Position;
import org.fairlead.nmea.message.StaticReport;
import org.fairlead.nmea.message.Voyage;

/// Ships that cross a sea at an even pace, as one busy receiver would log them, in time order.
///
/// @param seed decides where they sail and their MMSIs: two seeds share no ship
/// @param ships how many, up to 10,000
/// @param reportsEach positions of each; every one also sends its identity once
/// @param every between two reports of a ship
public record SyntheticTraffic(int seed, int ships, int reportsEach, Instant from, Duration every) {

    private static final int DANISH_PREFIX = 219_000_000;
    private static final int SHIPS_OF_A_SEED = 10_000;

    public SyntheticTraffic {
        if (ships < 1 || ships > SHIPS_OF_A_SEED || seed < 0 || seed > 99) {
            throw new IllegalArgumentException("up to 10,000 ships and seeds 0 to 99");
        }
    }

    /// Lines end in CR LF and carry their time and the source `SYNTHETIC` in a tag block.
    public byte[] sentences() {
        var random = new Random(seed);
        var encoder = new AisEncoder("SYNTHETIC", 'A');
        double[] latitude = random.doubles(ships, 54, 58).toArray();
        double[] longitude = random.doubles(ships, 4, 12).toArray();
        double[] courseDegrees = random.doubles(ships, 0, 359).toArray();
        var out = new ByteArrayOutputStream(ships * reportsEach * 80);
        for (int report = 0; report < reportsEach; report++) {
            for (int ship = 0; ship < ships; ship++) {
                var at =
                        from.plus(every.multipliedBy(report))
                                .plusMillis(every.toMillis() * ship / ships / 1_000 * 1_000);
                if (report == 0) {
                    write(out, encoder, identity(ship), at);
                }
                double miles = 10.0 * every.toMillis() / 3_600_000;
                double radians = Math.toRadians(courseDegrees[ship]);
                latitude[ship] += miles / 60 * Math.cos(radians);
                longitude[ship] += miles / 60 * Math.sin(radians) / 0.56;
                write(
                        out,
                        encoder,
                        position(ship, latitude[ship], longitude[ship], courseDegrees[ship], at),
                        at);
            }
        }
        return out.toByteArray();
    }

    private static void write(
            ByteArrayOutputStream out, AisEncoder encoder, AisMessage message, Instant at) {
        for (String sentence : encoder.encode(message, at)) {
            out.writeBytes(sentence.getBytes(StandardCharsets.US_ASCII));
            out.write('\r');
            out.write('\n');
        }
    }

    private AisMessage position(
            int ship, double latitude, double longitude, double courseDegrees, Instant at) {
        double course = Math.floor(courseDegrees * 10) / 10;
        return new AisMessage.ClassAPosition(
                new Header(1, 0, mmsi(ship)),
                0,
                0.0,
                new Position(latitude, longitude, true),
                new Motion(
                        10.0, course, (int) course, (int) Math.floorMod(at.getEpochSecond(), 60L)));
    }

    private AisMessage identity(int ship) {
        return new AisMessage.StaticData(
                new Header(5, 0, mmsi(ship)),
                StaticReport.classA(
                        mmsi(ship),
                        null,
                        "SYNTHETIC " + seed + " " + ship,
                        "S" + ship,
                        70,
                        new Dimensions(90, 30, 9, 9),
                        new Voyage(6.0, null, null)));
    }

    private int mmsi(int ship) {
        return DANISH_PREFIX + seed * SHIPS_OF_A_SEED + ship;
    }
}
