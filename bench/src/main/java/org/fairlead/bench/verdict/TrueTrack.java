package org.fairlead.bench.verdict;

import java.util.Arrays;
import org.fairlead.bench.world.Truth;
import org.fairlead.seas.distance.Arc;
import org.fairlead.seas.distance.Place;

/// Where one ship really was, every few minutes.
final class TrueTrack {

    private long[] at = new long[256];
    private float[] latitude = new float[256];
    private float[] longitude = new float[256];
    private float[] knots = new float[256];
    private float[] course = new float[256];
    private int size;

    void add(Truth.TruePosition position) {
        if (size == at.length) {
            at = Arrays.copyOf(at, 2 * size);
            latitude = Arrays.copyOf(latitude, 2 * size);
            longitude = Arrays.copyOf(longitude, 2 * size);
            knots = Arrays.copyOf(knots, 2 * size);
            course = Arrays.copyOf(course, 2 * size);
        }
        at[size] = position.at().toEpochMilli();
        latitude[size] = (float) position.place().latitudeDegrees();
        longitude[size] = (float) position.place().longitudeDegrees();
        knots[size] = (float) position.speedKnots();
        course[size++] = (float) position.courseDegrees();
    }

    /// The last sample up to a time; -1 where there is none.
    int upTo(long millis) {
        int found = Arrays.binarySearch(at, 0, size, millis);
        return found >= 0 ? found : -found - 2;
    }

    /// The first sample from a time on; -1 where there is none.
    int from(long millis) {
        int found = Arrays.binarySearch(at, 0, size, millis);
        int first = found >= 0 ? found : -found - 1;
        return first < size ? first : -1;
    }

    int size() {
        return size;
    }

    long millis(int sample) {
        return at[sample];
    }

    Place place(int sample) {
        return new Place(latitude[sample], longitude[sample]);
    }

    double knots(int sample) {
        return knots[sample];
    }

    double course(int sample) {
        return course[sample];
    }

    /// Between two samples along the great circle; the time must lie within the track.
    Place placeAt(long millis) {
        int before = upTo(millis);
        int after = from(millis);
        if (before == after) {
            return place(before);
        }
        var arc = new Arc(place(before), place(after));
        double share = (double) (millis - at[before]) / (at[after] - at[before]);
        return arc.at(arc.nauticalMiles() * share);
    }
}
