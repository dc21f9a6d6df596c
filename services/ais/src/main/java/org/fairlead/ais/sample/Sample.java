package org.fairlead.ais.sample;

import java.time.Instant;
import java.util.Comparator;
import org.fairlead.contracts.ais.ReportedFix;
import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.nmea.identity.Mmsi;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// One report of a ship, kept of those of a few minutes; values as in [Fix].
public record Sample(
        long atMillis,
        int latitude,
        int longitude,
        int speed,
        int course,
        int status,
        boolean synthetic,
        String source) {

    /// Total, so that of several reports the same one is kept in any order of arrival.
    public static final Comparator<Sample> ORDER = Sample::compare;

    /// Written out: a chain of comparators costs several times as much.
    private static int compare(Sample one, Sample other) {
        int order = Long.compare(one.atMillis, other.atMillis);
        if (order != 0) {
            return order;
        }
        order = Integer.compare(one.latitude, other.latitude);
        order = order != 0 ? order : Integer.compare(one.longitude, other.longitude);
        order = order != 0 ? order : Integer.compare(one.speed, other.speed);
        order = order != 0 ? order : Integer.compare(one.course, other.course);
        order = order != 0 ? order : Integer.compare(one.status, other.status);
        order = order != 0 ? order : Boolean.compare(one.synthetic, other.synthetic);
        return order != 0 ? order : one.source.compareTo(other.source);
    }

    private static final double UNITS_PER_DEGREE = 600_000.0;
    private static final double MILLIS_PER_HOUR = 3_600_000.0;
    private static final int AT_ANCHOR = 1;
    private static final int MOORED = 5;

    public static Sample of(Fix fix, String source) {
        return new Sample(
                fix.epochMillis(),
                fix.latitude(),
                fix.longitude(),
                Math.min(fix.speed(), Fix.SPEED_NOT_AVAILABLE),
                Math.min(fix.course(), Fix.COURSE_NOT_AVAILABLE),
                fix.status(),
                fix.isSynthetic(),
                source);
    }

    public double latitudeDegrees() {
        return latitude / UNITS_PER_DEGREE;
    }

    public double longitudeDegrees() {
        return longitude / UNITS_PER_DEGREE;
    }

    public Place place() {
        return new Place(latitudeDegrees(), longitudeDegrees());
    }

    public @Nullable Double speedKnots() {
        return speed >= Fix.SPEED_NOT_AVAILABLE ? null : speed / 10.0;
    }

    /// The speed she gives, or what follows from where she was before.
    public double speedKnotsAfter(@Nullable Sample before) {
        Double given = speedKnots();
        return given != null ? given : before == null ? Double.NaN : impliedKnotsFrom(before);
    }

    public double nauticalMilesTo(Sample other) {
        return latitude == other.latitude && longitude == other.longitude
                ? 0
                : GreatCircle.nauticalMiles(place(), other.place());
    }

    public double hoursSince(Sample before) {
        return (atMillis - before.atMillis) / MILLIS_PER_HOUR;
    }

    /// Over the great circle; without bound when both are of one moment.
    public double impliedKnotsFrom(Sample before) {
        double miles = nauticalMilesTo(before);
        return miles == 0 ? 0 : miles / hoursSince(before);
    }

    /// Whether she says that she lies at anchor or is moored.
    public boolean isSaidToLie() {
        return status == AT_ANCHOR || status == MOORED;
    }

    public Instant at() {
        return Instant.ofEpochMilli(atMillis);
    }

    public ReportedPosition position() {
        return new ReportedPosition(
                at(),
                latitudeDegrees(),
                longitudeDegrees(),
                speedKnots(),
                course >= Fix.COURSE_NOT_AVAILABLE ? null : course / 10.0);
    }

    public ReportedFix fixOf(int mmsi) {
        return new ReportedFix(
                new Mmsi(mmsi).toString(),
                at(),
                latitudeDegrees(),
                longitudeDegrees(),
                speedKnots(),
                source);
    }
}
