package org.fairlead.ais.track;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.fairlead.contracts.frame.Fix;

/// A track as CSV, a line for each fix; a value nobody knows is an empty field.
final class TrackCsv {

    static final String HEADER =
            "time,latitude_degrees,longitude_degrees,speed_knots,course_degrees,heading_degrees,"
                    + "status,message_type,synthetic\n";

    private TrackCsv() {}

    static String of(List<Fix> fixes) {
        var csv = new StringBuilder(HEADER);
        for (Fix fix : fixes) {
            csv.append(Instant.ofEpochMilli(fix.epochMillis()))
                    .append(',')
                    .append(degrees(fix.latitudeDegrees()))
                    .append(',')
                    .append(degrees(fix.longitudeDegrees()))
                    .append(',')
                    .append(tenths(fix.speed(), Fix.SPEED_NOT_AVAILABLE))
                    .append(',')
                    .append(tenths(fix.course(), Fix.COURSE_NOT_AVAILABLE))
                    .append(',')
                    .append(fix.heading() == Fix.HEADING_NOT_AVAILABLE ? "" : fix.heading())
                    .append(',')
                    .append(fix.status() == Fix.STATUS_NOT_DEFINED ? "" : fix.status())
                    .append(',')
                    .append(fix.messageType())
                    .append(',')
                    .append(fix.isSynthetic())
                    .append('\n');
        }
        return csv.toString();
    }

    private static String degrees(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    private static String tenths(int value, int absent) {
        return value == absent ? "" : String.format(Locale.ROOT, "%.1f", value / 10.0);
    }
}
