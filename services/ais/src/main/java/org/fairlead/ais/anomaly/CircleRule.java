package org.fairlead.ais.anomaly;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fairlead.ais.finding.Evidence;
import org.fairlead.ais.finding.Finding;
import org.fairlead.ais.sample.Kept;
import org.fairlead.ais.sample.Sample;
import org.fairlead.contracts.ais.ActivityDetails.Circling;
import org.jspecify.annotations.Nullable;

/// Positions that go round in a ring: takes the samples of one strand in order and looks at those
/// of the last hours.
///
/// Random drift fills a disc, whose radius varies little enough as well: so the way around must go
/// in one direction, more than once. A ship at anchor swings with the tide, once in half a day.
public final class CircleRule {

    private static final long WINDOW_MILLIS = 3 * 3_600_000L;
    private static final int LEAST_SAMPLES = 10;
    private static final double ONE_WAY = 0.8;

    private final int mmsi;
    private final AnomalyConfig config;
    private final ArrayDeque<Sample> window = new ArrayDeque<>();
    private final List<Finding> ended = new ArrayList<>();

    private @Nullable Ring ring;
    private int without;

    public CircleRule(int mmsi, AnomalyConfig config) {
        this.mmsi = mmsi;
        this.config = config;
    }

    private static final class Ring {
        final Kept samples = new Kept();
        Shape shape;

        /// As it was when it was found, so that it does not depend on when it is asked for.
        @Nullable Finding opened;

        Ring(List<Sample> samples, Shape shape) {
            samples.forEach(this.samples::add);
            this.shape = shape;
        }
    }

    /// @return whether what holds may have changed
    public boolean accept(Sample sample) {
        window.addLast(sample);
        while (window.getFirst().atMillis() < sample.atMillis() - WINDOW_MILLIS) {
            window.removeFirst();
        }
        var shape = window.size() < LEAST_SAMPLES || isTooLong() ? null : ring(List.copyOf(window));
        if (shape != null) {
            without = 0;
            var there = ring;
            if (there == null) {
                there = new Ring(List.copyOf(window), shape);
                there.opened = finding(there, true);
                ring = there;
            } else {
                there.samples.add(sample);
                there.shape = shape;
                return false;
            }
            return true;
        }
        var there = ring;
        if (there != null && ++without >= config.loweredAfter()) {
            ended.add(finding(there, false));
            ring = null;
            return true;
        }
        return false;
    }

    /// Whether the first and the last are farther apart than any two places of a ring: that alone
    /// tells of most ships that they do not go round.
    private boolean isTooLong() {
        var first = window.getFirst();
        var last = window.getLast();
        double north = (last.latitudeDegrees() - first.latitudeDegrees()) * 60;
        double east =
                Math.IEEEremainder(last.longitudeDegrees() - first.longitudeDegrees(), 360)
                        * Math.cos(Math.toRadians(first.latitudeDegrees()))
                        * 60;
        double widest = 2 * config.circleRadiusNauticalMiles();
        return north * north + east * east > widest * widest;
    }

    private record Shape(
            double latitude, double longitude, double radius, double variation, double turns) {}

    private @Nullable Shape ring(List<Sample> samples) {
        var first = samples.getFirst();
        double scale = Math.cos(Math.toRadians(first.latitudeDegrees()));
        double[] east = new double[samples.size()];
        double[] north = new double[samples.size()];
        double eastMean = 0;
        double northMean = 0;
        double way = 0;
        for (int i = 0; i < east.length; i++) {
            var one = samples.get(i);
            east[i] =
                    Math.IEEEremainder(one.longitudeDegrees() - first.longitudeDegrees(), 360)
                            * scale
                            * 60;
            north[i] = (one.latitudeDegrees() - first.latitudeDegrees()) * 60;
            eastMean += east[i] / east.length;
            northMean += north[i] / east.length;
            way += i == 0 ? 0 : length(east[i] - east[i - 1], north[i] - north[i - 1]);
        }
        double radius = 0;
        double square = 0;
        double farthest = 0;
        for (int i = 0; i < east.length; i++) {
            double r = length(east[i] - eastMean, north[i] - northMean);
            radius += r / east.length;
            square += r * r / east.length;
            farthest = Math.max(farthest, r);
        }
        double variation =
                Math.sqrt(Math.max(0, square - radius * radius)) / Math.max(1e-9, radius);
        double knots = way / samples.getLast().hoursSince(first);
        if (farthest > config.circleRadiusNauticalMiles()
                || radius < config.circleLeastRadiusNauticalMiles()
                || variation >= config.circleRadiusVariation()
                || knots > config.circleKnots()) {
            return null;
        }
        double turned = 0;
        double turnedEitherWay = 0;
        for (int i = 1; i < east.length; i++) {
            double angle =
                    Math.IEEEremainder(
                            Math.atan2(east[i] - eastMean, north[i] - northMean)
                                    - Math.atan2(east[i - 1] - eastMean, north[i - 1] - northMean),
                            2 * Math.PI);
            turned += angle;
            turnedEitherWay += Math.abs(angle);
        }
        double turns = Math.abs(turned) / (2 * Math.PI);
        if (turns < config.circleTurns() || Math.abs(turned) < ONE_WAY * turnedEitherWay) {
            return null;
        }
        return new Shape(
                first.latitudeDegrees() + northMean / 60,
                Math.IEEEremainder(first.longitudeDegrees() + eastMean / 60 / scale, 360),
                radius,
                variation,
                turns);
    }

    /// Nautical miles within a ring: nothing can overflow, and hypot takes ten times as long.
    private static double length(double east, double north) {
        return Math.sqrt(east * east + north * north);
    }

    public List<Finding> findings() {
        var all = new ArrayList<>(ended);
        var there = ring;
        if (there != null && there.opened != null) {
            all.add(there.opened);
        }
        return all;
    }

    private Finding finding(Ring there, boolean isOpen) {
        var first = there.samples.first();
        var last = there.samples.last();
        var shape = there.shape;
        return new Finding(
                Finding.idOf("circling", mmsi, first.atMillis()),
                mmsi,
                List.of(),
                first.position(),
                isOpen ? null : last.position(),
                isOpen,
                new Circling(
                        rounded(shape.latitude(), 1e4),
                        rounded(shape.longitude(), 1e4),
                        rounded(shape.radius(), 100),
                        rounded(shape.variation(), 100),
                        rounded(shape.turns(), 10),
                        "ship",
                        null),
                isOpen ? "open" : "ended " + last.atMillis(),
                String.format(
                        Locale.ROOT,
                        "%.1f turns around one point at %.1f nautical miles.",
                        shape.turns(),
                        shape.radius()),
                Evidence.isSynthetic(there.samples.all()),
                Evidence.sources(there.samples.all()),
                Map.of(
                        "ais.anomaly.circle-radius-nautical-miles",
                                Double.toString(config.circleRadiusNauticalMiles()),
                        "ais.anomaly.circle-knots", Double.toString(config.circleKnots()),
                        "ais.anomaly.circle-radius-variation",
                                Double.toString(config.circleRadiusVariation()),
                        "ais.anomaly.circle-turns", Double.toString(config.circleTurns())),
                Evidence.of(mmsi, there.samples.all()));
    }

    private static double rounded(double value, double steps) {
        return Math.round(value * steps) / steps;
    }
}
