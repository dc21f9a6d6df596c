package org.fairlead.ais.silence;

import java.util.Comparator;
import org.fairlead.ais.segment.Point;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.SourceClass;
import org.fairlead.seas.distance.Place;

/// One report of a transmitter, as far as silences are concerned; values as in [Fix].
record Contact(
        long atMillis,
        int latitude,
        int longitude,
        int speed,
        int course,
        int status,
        boolean classB,
        boolean satellite,
        boolean synthetic,
        String source) {

    private static final double UNITS_PER_DEGREE = 600_000.0;

    /// Total, so that of several reports of one moment the same one is chosen in any order.
    static final Comparator<Contact> ORDER = Contact::compare;

    /// Written out: a chain of comparators costs several times as much, and this is asked for each
    /// report.
    private static int compare(Contact one, Contact other) {
        int order = Long.compare(one.atMillis, other.atMillis);
        if (order != 0) {
            return order;
        }
        order = Boolean.compare(one.synthetic, other.synthetic);
        order = order != 0 ? order : Integer.compare(one.latitude, other.latitude);
        order = order != 0 ? order : Integer.compare(one.longitude, other.longitude);
        order = order != 0 ? order : Integer.compare(one.speed, other.speed);
        order = order != 0 ? order : Integer.compare(one.course, other.course);
        order = order != 0 ? order : Integer.compare(one.status, other.status);
        order = order != 0 ? order : Boolean.compare(one.classB, other.classB);
        order = order != 0 ? order : Boolean.compare(one.satellite, other.satellite);
        return order != 0 ? order : one.source.compareTo(other.source);
    }

    static Contact of(Fix fix, String source, SourceClass sourceClass) {
        int type = fix.messageType();
        return new Contact(
                fix.epochMillis(),
                fix.latitude(),
                fix.longitude(),
                fix.speed(),
                fix.course(),
                fix.status(),
                type == 18 || type == 19,
                sourceClass == SourceClass.SATELLITE,
                fix.isSynthetic(),
                source);
    }

    double latitudeDegrees() {
        return latitude / UNITS_PER_DEGREE;
    }

    double longitudeDegrees() {
        return longitude / UNITS_PER_DEGREE;
    }

    /// Within the bounds of the earth, whatever was sent.
    Place place() {
        return new Place(
                Math.clamp(latitudeDegrees(), -90, 90), Math.clamp(longitudeDegrees(), -180, 180));
    }

    boolean hasSpeed() {
        return speed < Fix.SPEED_NOT_AVAILABLE;
    }

    double speedKnots() {
        return hasSpeed() ? speed / 10.0 : 0;
    }

    boolean hasCourse() {
        return course < Fix.COURSE_NOT_AVAILABLE;
    }

    /// For the segments, which expect nothing of a ship that does not say how she moves.
    Point point() {
        return new Point(
                atMillis,
                latitudeDegrees(),
                longitudeDegrees(),
                speedKnots(),
                hasSpeed() && hasCourse() ? course / 10.0 : Double.NaN);
    }
}
