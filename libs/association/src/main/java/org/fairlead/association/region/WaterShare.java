package org.fairlead.association.region;

import org.fairlead.seas.distance.Place;
import org.fairlead.seas.water.LandMask;

/// Which part of the surface about a place is water, of any width, by four look-ups: sums over a
/// grid of half degrees, each looked at in four points, weighted by its area.
public final class WaterShare {

    private static final int PER_DEGREE = 2;
    private static final int ROWS = 180 * PER_DEGREE;
    private static final int COLUMNS = 360 * PER_DEGREE;

    /// Ships are where they are seen, so there is some water about every one of them.
    private static final double LEAST = 0.02;

    /// Sums of everything south and west, one row and column more than there are squares.
    private final double[] water = new double[(ROWS + 1) * (COLUMNS + 1)];

    private final double[] surface = new double[(ROWS + 1) * (COLUMNS + 1)];

    private WaterShare(Water isWater) {
        for (int row = 0; row < ROWS; row++) {
            double south = row / (double) PER_DEGREE - 90;
            double weight = Math.cos(Math.toRadians(south + 0.5 / PER_DEGREE));
            for (int column = 0; column < COLUMNS; column++) {
                double west = column / (double) PER_DEGREE - 180;
                int at = index(row + 1, column + 1);
                water[at] = sum(water, row, column) + weight * share(isWater, south, west);
                surface[at] = sum(surface, row, column) + weight;
            }
        }
    }

    /// Takes a tenth of a second.
    public static WaterShare of(LandMask land) {
        return new WaterShare((latitude, longitude) -> !land.isLand(latitude, longitude));
    }

    /// Whether a place is water.
    interface Water {
        boolean at(double latitudeDegrees, double longitudeDegrees);
    }

    static WaterShare of(Water water) {
        return new WaterShare(water);
    }

    private static double share(Water isWater, double south, double west) {
        double step = 1.0 / PER_DEGREE;
        int found = 0;
        for (int point = 0; point < 4; point++) {
            double latitude = south + step * (point % 2 == 0 ? 0.25 : 0.75);
            double longitude = west + step * (point < 2 ? 0.25 : 0.75);
            found += isWater.at(latitude, longitude) ? 1 : 0;
        }
        return found / 4.0;
    }

    private static int index(int row, int column) {
        return row * (COLUMNS + 1) + column;
    }

    private static double sum(double[] sums, int row, int column) {
        return sums[index(row, column + 1)]
                + sums[index(row + 1, column)]
                - sums[index(row, column)];
    }

    /// Of the box that reaches the radius to every side; 0.02 at least.
    public double about(Place place, double radiusNauticalMiles) {
        double north = Math.max(0.5 / PER_DEGREE, radiusNauticalMiles / 60);
        int bottom = row(place.latitudeDegrees() - north);
        int top = row(place.latitudeDegrees() + north) + 1;
        double across = Math.cos(Math.toRadians(place.latitudeDegrees()));
        double east = Math.min(179.9, north / Math.max(0.01, across));
        int west = column(place.longitudeDegrees() - east);
        int last = column(place.longitudeDegrees() + east);
        double all = 0;
        double wet = 0;
        for (int turn = -COLUMNS; turn <= COLUMNS; turn += COLUMNS) {
            int from = Math.clamp(west + turn, 0, COLUMNS);
            int to = Math.clamp(last + turn + 1, 0, COLUMNS);
            if (from < to) {
                all += box(surface, bottom, top, from, to);
                wet += box(water, bottom, top, from, to);
            }
        }
        return Math.max(LEAST, wet / all);
    }

    private static int row(double latitude) {
        return Math.clamp((int) Math.floor((latitude + 90) * PER_DEGREE), 0, ROWS - 1);
    }

    private static int column(double longitude) {
        return (int) Math.floor((longitude + 180) * PER_DEGREE);
    }

    private static double box(double[] sums, int bottom, int top, int west, int east) {
        return sums[index(top, east)]
                - sums[index(bottom, east)]
                - sums[index(top, west)]
                + sums[index(bottom, west)];
    }
}
