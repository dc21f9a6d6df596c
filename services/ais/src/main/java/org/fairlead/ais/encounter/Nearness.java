package org.fairlead.ais.encounter;

import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;

/// Who is near whom, and how many near a ship are a crowd.
///
/// @param squaredChord of the wide rule's distance, on a sphere of radius 1: held against the
///   differences of three coordinates it costs a fraction of a distance, and knows neither poles
///   nor a 180th degree
/// @param crowd with more others than this near her a ship meets nobody
public record Nearness(double squaredChord, int crowd) {

    public static Nearness of(EncounterConfig config) {
        double metresOfADegree =
                GreatCircle.nauticalMiles(new Place(0, 0), new Place(0, 1))
                        * GreatCircle.METRES_PER_NAUTICAL_MILE;
        double half = Math.sin(Math.toRadians(config.wideMetres() / metresOfADegree) / 2);
        return new Nearness(4 * half * half, config.crowd());
    }

    boolean isNear(Placed one, Placed other) {
        double x = one.x() - other.x();
        double y = one.y() - other.y();
        double z = one.z() - other.z();
        return x * x + y * y + z * z <= squaredChord;
    }

    boolean isCrowded(int others) {
        return others > crowd;
    }

    /// A point, and where it lies on a sphere of radius 1.
    record Placed(Point point, double x, double y, double z) {

        static Placed of(Point point) {
            double north = Math.toRadians(point.latitudeDegrees());
            double east = Math.toRadians(point.longitudeDegrees());
            double fromAxis = Math.cos(north);
            return new Placed(
                    point, fromAxis * Math.cos(east), fromAxis * Math.sin(east), Math.sin(north));
        }

        int mmsi() {
            return point.mmsi();
        }
    }
}
