package org.fairlead.cli.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fairlead.cli.demo.SyntheticShip.Stretch;
import org.fairlead.nmea.AisEncoder;
import org.fairlead.nmea.message.AisMessage;
import org.fairlead.nmea.message.Dimensions;
import org.fairlead.nmea.message.Header;
import org.fairlead.nmea.message.Motion;
import org.fairlead.nmea.message.Position;
import org.fairlead.nmea.message.StaticReport;
import org.fairlead.nmea.message.Voyage;

/// Writes what a receiver would have logged of such ships: NMEA sentences in time order. The same
/// ships give the same bytes.
final class SyntheticFeed {

    private static final Duration IDENTITY_EVERY = Duration.ofHours(6);
    private static final double MOORED_BELOW_KNOTS = 0.3;
    private static final int UNDER_WAY = 0;
    private static final int AT_ANCHOR = 1;

    private final AisEncoder encoder = new AisEncoder("SYNTHETIC", 'A');

    private record Line(Instant at, String text) {}

    byte[] write(List<SyntheticShip> ships) {
        var lines = new ArrayList<Line>();
        for (SyntheticShip ship : ships) {
            for (Stretch stretch : ship.stretches()) {
                transmit(ship, stretch, lines);
            }
        }
        lines.sort(Comparator.comparing(Line::at));
        var bytes = new ByteArrayOutputStream();
        for (Line line : lines) {
            bytes.writeBytes((line.text() + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    private void transmit(SyntheticShip ship, Stretch stretch, List<Line> lines) {
        var identifiedAt = Instant.MIN;
        var at = stretch.from();
        while (true) {
            add(lines, position(ship, stretch, at), at);
            if (identifiedAt.isBefore(at.minus(IDENTITY_EVERY))) {
                add(lines, identity(ship), at.plusSeconds(2));
                identifiedAt = at;
            }
            if (!at.isBefore(stretch.to())) {
                return;
            }
            at = at.plus(ship.every());
            at = at.isAfter(stretch.to()) ? stretch.to() : at;
        }
    }

    private void add(List<Line> lines, AisMessage message, Instant at) {
        for (String sentence : encoder.encode(message, at)) {
            lines.add(new Line(at, sentence));
        }
    }

    private static AisMessage identity(SyntheticShip ship) {
        int bow = ship.lengthMetres() * 3 / 4;
        int port = ship.beamMetres() / 2;
        return new AisMessage.StaticData(
                new Header(5, 0, ship.mmsi()),
                StaticReport.classA(
                        ship.mmsi(),
                        ship.imo(),
                        ship.name(),
                        ship.callSign(),
                        ship.shipType(),
                        new Dimensions(
                                bow, ship.lengthMetres() - bow, port, ship.beamMetres() - port),
                        new Voyage(ship.draughtMetres(), null, null)));
    }

    private static AisMessage position(SyntheticShip ship, Stretch stretch, Instant at) {
        int next = 1;
        while (stretch.waypoints().get(next).at().isBefore(at)) {
            next++;
        }
        var from = stretch.waypoints().get(next - 1);
        var to = stretch.waypoints().get(next);
        double share =
                (double) Duration.between(from.at(), at).toSeconds()
                        / Duration.between(from.at(), to.at()).toSeconds();
        double latitude =
                from.latitudeDegrees() + share * (to.latitudeDegrees() - from.latitudeDegrees());
        double longitude =
                from.longitudeDegrees() + share * (to.longitudeDegrees() - from.longitudeDegrees());
        double north = (to.latitudeDegrees() - from.latitudeDegrees()) * 60;
        double east =
                (to.longitudeDegrees() - from.longitudeDegrees())
                        * 60
                        * Math.cos(Math.toRadians(latitude));
        double knots =
                Math.hypot(north, east)
                        / (Duration.between(from.at(), to.at()).toSeconds() / 3600.0);
        double course = (Math.toDegrees(Math.atan2(east, north)) + 360) % 360;
        boolean isMoored = knots < MOORED_BELOW_KNOTS;
        double shownCourse = Math.min(359.9, Math.round(course * 10) / 10.0);
        return new AisMessage.ClassAPosition(
                new Header(1, 0, ship.mmsi()),
                isMoored ? AT_ANCHOR : UNDER_WAY,
                0.0,
                new Position(latitude, longitude, false),
                new Motion(
                        Math.round(knots * 10) / 10.0,
                        isMoored ? null : shownCourse,
                        (int) shownCourse,
                        (int) Math.floorMod(at.getEpochSecond(), 60L)));
    }
}
