package org.fairlead.cases.chart;

import java.util.List;

/// A part of the world between two meridians and two parallels, drawn with equal steps of latitude
/// and longitude that are true at its middle. Longitudes run on past 180 rather than jump there.
///
/// @param west degrees, -180 to 180
/// @param east degrees, above west
record Extent(double west, double south, double east, double north) {

    private static final double LEAST_DEGREES = 0.5;
    private static final double MARGIN = 0.18;

    /// Around all places, the shorter way around the world, with the shape of the picture.
    ///
    /// @param places longitude and latitude by turns
    /// @param ratio width to height
    static Extent around(List<double[]> places, double ratio) {
        double[] longitudes =
                places.stream().mapToDouble(place -> wrapped(place[0])).sorted().toArray();
        int after = 0;
        double widest = -1;
        for (int i = 0; i < longitudes.length; i++) {
            double next = i + 1 < longitudes.length ? longitudes[i + 1] : longitudes[0] + 360;
            if (next - longitudes[i] > widest) {
                widest = next - longitudes[i];
                after = i;
            }
        }
        double west = longitudes[(after + 1) % longitudes.length];
        double width = 360 - widest;
        double south = places.stream().mapToDouble(place -> place[1]).min().orElse(0);
        double north = places.stream().mapToDouble(place -> place[1]).max().orElse(0);
        return shaped(west + width / 2, (south + north) / 2, width, north - south, ratio);
    }

    private static Extent shaped(
            double longitude, double latitude, double width, double height, double ratio) {
        double shrink = Math.max(0.1, Math.cos(Math.toRadians(latitude)));
        double tall = Math.max(LEAST_DEGREES, height) * (1 + 2 * MARGIN);
        double wide = Math.max(LEAST_DEGREES / shrink, width) * (1 + 2 * MARGIN);
        if (wide * shrink < tall * ratio) {
            wide = tall * ratio / shrink;
        } else {
            tall = wide * shrink / ratio;
        }
        wide = Math.min(wide, 360);
        tall = Math.min(tall, 180);
        double middle = Math.clamp(latitude, -90 + tall / 2, 90 - tall / 2);
        double west = wrapped(longitude - wide / 2);
        return new Extent(west, middle - tall / 2, west + wide, middle + tall / 2);
    }

    static double wrapped(double longitude) {
        double turned = (longitude + 180) % 360;
        return (turned < 0 ? turned + 360 : turned) - 180;
    }

    double middleLatitude() {
        return (south + north) / 2;
    }

    double width() {
        return east - west;
    }

    double height() {
        return north - south;
    }

    /// The longitude of the same place that lies in this extent, or nearest to it.
    double near(double longitude) {
        double middle = (west + east) / 2;
        return middle + wrapped(longitude - middle);
    }
}
