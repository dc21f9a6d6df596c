package org.fairlead.contracts.frame;

/// One reported position of one transmitter, in AIS's own integers (ITU-R M.1371-5, annex 8) so
/// that nothing is lost on the way.
///
/// @param epochMillis when it happened, UTC
/// @param latitude 1/10000 minute, north positive
/// @param longitude 1/10000 minute, east positive
/// @param speed 1/10 knot over ground, 1023 = not available
/// @param course 1/10 degree over ground, 3600 = not available
/// @param heading degrees, 511 = not available
/// @param status navigational status 0 to 15, 15 = not defined
/// @param rateOfTurn raw ROT_AIS, -128 = not available
/// @param messageType 1 to 27
/// @param flags see [Fix#SYNTHETIC]
/// @param receivers how many receivers of the source heard this report, at least 1: those known
///   when it was passed on, within the ten seconds in which a report counts as the same
public record Fix(
        int mmsi,
        long epochMillis,
        int latitude,
        int longitude,
        int speed,
        int course,
        int heading,
        int status,
        int rateOfTurn,
        int messageType,
        int flags,
        int receivers) {

    public static final int SPEED_NOT_AVAILABLE = 1023;
    public static final int COURSE_NOT_AVAILABLE = 3600;
    public static final int HEADING_NOT_AVAILABLE = 511;
    public static final int STATUS_NOT_DEFINED = 15;
    public static final int RATE_OF_TURN_NOT_AVAILABLE = -128;

    /// Flag: made for a demonstration or a test, never received.
    public static final int SYNTHETIC = 1;

    private static final double UNITS_PER_DEGREE = 600_000.0;

    public Fix {
        if (receivers < 1) {
            throw new IllegalArgumentException("receivers of a fix below 1: " + receivers);
        }
    }

    /// A fix that one receiver heard.
    public Fix(
            int mmsi,
            long epochMillis,
            int latitude,
            int longitude,
            int speed,
            int course,
            int heading,
            int status,
            int rateOfTurn,
            int messageType,
            int flags) {
        this(
                mmsi,
                epochMillis,
                latitude,
                longitude,
                speed,
                course,
                heading,
                status,
                rateOfTurn,
                messageType,
                flags,
                1);
    }

    public double latitudeDegrees() {
        return latitude / UNITS_PER_DEGREE;
    }

    public double longitudeDegrees() {
        return longitude / UNITS_PER_DEGREE;
    }

    public boolean isSynthetic() {
        return (flags & SYNTHETIC) != 0;
    }
}
