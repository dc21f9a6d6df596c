package org.fairlead.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.cli.demo.SyntheticShip.Stretch;

/// The ships of the reference case. Every position and time here is made up, along what was made
/// public: voyages between Rajin and Dunai from August 2023, calls in January 2024 with the
/// transponder off, a short transmission in the Korea Strait, arrival at Zhoushan on 9 February.
///
/// The other ships are invented whole. They keep the source alive while she is silent, as traffic
/// does, and two of them fall silent too: one could have been where she was seen, one could not.
final class Reconstruction {

    static final String SOURCE = "angara-reconstruction";

    /// Russian prefix 273; the rest is made up, for no public source gives hers.
    static final int ANGARA_MMSI = 273_990_179;

    static final int ANGARA_IMO = 9_179_842;

    private static final Duration UNDER_WAY = Duration.ofMinutes(3);
    private static final Duration TRAFFIC = Duration.ofMinutes(30);
    private static final Instant FIRST = Instant.parse("2023-08-14T00:00:00Z");
    private static final Instant LAST = Instant.parse("2024-02-12T00:00:00Z");

    private Reconstruction() {}

    static List<SyntheticShip> ships() {
        return List.of(angara(), liner(), coaster(), couldHaveBeen(), couldNotHaveBeen());
    }

    private static SyntheticShip angara() {
        return new SyntheticShip(
                ANGARA_MMSI,
                ANGARA_IMO,
                "ANGARA",
                "UBSYN",
                70,
                122,
                20,
                5.8,
                UNDER_WAY,
                List.of(
                        Stretch.of(
                                Waypoint.of("2023-08-14T00:00:00Z", 42.702, 133.068),
                                Waypoint.of("2023-08-16T20:00:00Z", 42.702, 133.070),
                                Waypoint.of("2023-08-16T22:00:00Z", 42.560, 132.960),
                                Waypoint.of("2023-08-17T01:30:00Z", 42.590, 132.350)),
                        Stretch.of(
                                Waypoint.of("2023-09-04T10:00:00Z", 42.430, 132.150),
                                Waypoint.of("2023-09-04T10:40:00Z", 42.385, 132.010)),
                        Stretch.of(
                                Waypoint.of("2023-09-16T00:20:00Z", 42.600, 132.330),
                                Waypoint.of("2023-09-16T04:00:00Z", 42.560, 132.960),
                                Waypoint.of("2023-09-16T06:00:00Z", 42.702, 133.068),
                                Waypoint.of("2023-09-19T12:00:00Z", 42.702, 133.069)),
                        Stretch.of(
                                Waypoint.of("2023-12-29T00:00:00Z", 42.703, 133.066),
                                Waypoint.of("2024-01-03T01:00:00Z", 42.703, 133.068),
                                Waypoint.of("2024-01-03T03:00:00Z", 42.560, 132.960),
                                Waypoint.of("2024-01-03T06:00:00Z", 42.590, 132.380)),
                        Stretch.of(
                                Waypoint.of("2024-02-05T19:20:00Z", 35.020, 129.640),
                                Waypoint.of("2024-02-05T20:00:00Z", 34.930, 129.520)),
                        Stretch.of(
                                Waypoint.of("2024-02-09T02:00:00Z", 30.420, 122.960),
                                Waypoint.of("2024-02-09T06:00:00Z", 30.260, 122.420),
                                Waypoint.of("2024-02-09T08:00:00Z", 30.150, 122.200),
                                Waypoint.of("2024-02-12T00:00:00Z", 30.150, 122.200))));
    }

    /// Goes to and fro off the coast without a break.
    private static SyntheticShip liner() {
        return shuttle(
                273_990_901,
                "SYNTHETIC LINER",
                "SYN01",
                156,
                24,
                List.of(
                        new double[] {42.95, 131.80},
                        new double[] {42.30, 131.95},
                        new double[] {40.00, 131.60},
                        new double[] {37.40, 130.40},
                        new double[] {35.25, 129.75}));
    }

    private static SyntheticShip coaster() {
        return shuttle(
                273_990_902,
                "SYNTHETIC COASTER",
                "SYN02",
                98,
                16,
                List.of(
                        new double[] {42.68, 133.10},
                        new double[] {42.35, 133.40},
                        new double[] {43.30, 135.20},
                        new double[] {44.60, 136.60}));
    }

    /// Silent off the same coast in the same days, and of much the same length.
    private static SyntheticShip couldHaveBeen() {
        return new SyntheticShip(
                273_990_903,
                null,
                "SYNTHETIC NEIGHBOUR",
                "SYN03",
                70,
                118,
                18,
                6.1,
                TRAFFIC,
                List.of(
                        Stretch.of(
                                Waypoint.of("2024-01-08T00:00:00Z", 42.720, 132.950),
                                Waypoint.of("2024-01-12T12:00:00Z", 42.720, 132.951),
                                Waypoint.of("2024-01-12T15:00:00Z", 42.450, 132.700)),
                        Stretch.of(
                                Waypoint.of("2024-01-18T09:00:00Z", 42.430, 132.650),
                                Waypoint.of("2024-01-18T12:00:00Z", 42.720, 132.950),
                                Waypoint.of("2024-01-24T00:00:00Z", 42.720, 132.951))));
    }

    /// Silent in those days as well, but too far away to get there and back.
    private static SyntheticShip couldNotHaveBeen() {
        return new SyntheticShip(
                273_990_904,
                null,
                "SYNTHETIC STRANGER",
                "SYN04",
                70,
                124,
                20,
                7.2,
                TRAFFIC,
                List.of(
                        Stretch.of(
                                Waypoint.of("2024-01-10T00:00:00Z", 34.300, 128.900),
                                Waypoint.of("2024-01-13T20:00:00Z", 32.900, 127.200)),
                        Stretch.of(
                                Waypoint.of("2024-01-14T20:00:00Z", 31.900, 125.100),
                                Waypoint.of("2024-01-17T00:00:00Z", 30.600, 123.400))));
    }

    private static SyntheticShip shuttle(
            int mmsi, String name, String callSign, int length, int beam, List<double[]> places) {
        var waypoints = new ArrayList<Waypoint>();
        var at = FIRST;
        int place = 0;
        int step = 1;
        while (at.isBefore(LAST)) {
            waypoints.add(new Waypoint(at, places.get(place)[0], places.get(place)[1]));
            boolean isTurning = place + step < 0 || place + step >= places.size();
            if (isTurning) {
                step = -step;
                at = at.plus(Duration.ofHours(20));
                waypoints.add(new Waypoint(at, places.get(place)[0], places.get(place)[1]));
            }
            double miles = miles(places.get(place), places.get(place + step));
            at = at.plusSeconds(Math.round(miles / 12.0 * 3_600));
            place += step;
        }
        return new SyntheticShip(
                mmsi,
                null,
                name,
                callSign,
                70,
                length,
                beam,
                6.4,
                TRAFFIC,
                List.of(new Stretch(waypoints)));
    }

    private static double miles(double[] from, double[] to) {
        double north = (to[0] - from[0]) * 60;
        double east = (to[1] - from[1]) * 60 * Math.cos(Math.toRadians((from[0] + to[0]) / 2));
        return Math.hypot(north, east);
    }
}
