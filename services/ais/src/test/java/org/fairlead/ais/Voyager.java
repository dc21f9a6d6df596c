package org.fairlead.ais;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fairlead.ais.sample.Sample;

/// Makes the samples of one ship: sails, lies, is silent.
public final class Voyager {

    private static final double MILES_PER_DEGREE = 60;

    private final List<Sample> samples = new ArrayList<>();
    private final Random random = new Random(7);
    private Instant at;
    private double latitude;
    private double longitude;
    private int status;

    public Voyager(String at, double latitude, double longitude) {
        this.at = Instant.parse(at);
        this.latitude = latitude;
        this.longitude = longitude;
    }

    /// Goes on for a while, reporting every five minutes.
    public Voyager sails(Duration time, double knots, double course) {
        for (long s = 0; s < time.toSeconds(); s += 300) {
            report(knots, course);
            go(Duration.ofMinutes(5), knots, course);
        }
        return this;
    }

    /// Stays, with the noise of a receiver.
    public Voyager lies(Duration time) {
        double wasLatitude = latitude;
        double wasLongitude = longitude;
        for (long s = 0; s < time.toSeconds(); s += 300) {
            latitude = wasLatitude + random.nextGaussian() * 1e-5;
            longitude = wasLongitude + random.nextGaussian() * 1e-5;
            report(0, 0);
            at = at.plusSeconds(300);
        }
        latitude = wasLatitude;
        longitude = wasLongitude;
        return this;
    }

    public Voyager says(int navigationalStatus) {
        status = navigationalStatus;
        return this;
    }

    /// Nothing is heard of her, wherever she goes.
    public Voyager isSilent(Duration time, double knots, double course) {
        go(time, knots, course);
        return this;
    }

    /// Her position is given as another.
    public Voyager jumps(double toLatitude, double toLongitude) {
        latitude = toLatitude;
        longitude = toLongitude;
        return this;
    }

    private void report(double knots, double course) {
        samples.add(
                new Sample(
                        at.toEpochMilli(),
                        (int) Math.round(latitude * 600_000),
                        (int) Math.round(longitude * 600_000),
                        (int) Math.round(knots * 10),
                        (int) Math.round(course * 10),
                        status,
                        false,
                        "pier"));
    }

    private void go(Duration time, double knots, double course) {
        double miles = knots * time.toSeconds() / 3600;
        latitude += miles * Math.cos(Math.toRadians(course)) / MILES_PER_DEGREE;
        longitude +=
                miles
                        * Math.sin(Math.toRadians(course))
                        / MILES_PER_DEGREE
                        / Math.cos(Math.toRadians(latitude));
        longitude = Math.IEEEremainder(longitude, 360);
        at = at.plus(time);
    }

    public List<Sample> samples() {
        return List.copyOf(samples);
    }
}
