package org.fairlead.nmea;

/// Where the fields of a position report lie, by message type, in bits from the start; -1: not
/// sent.
///
/// From the tables of ITU-R M.1371-5, annex 8. Both faces read positions through it, so they cannot
/// disagree.
enum PositionLayout {
    CLASS_A(TransponderClass.A, 38, 42, 50, 60, 61, 116, 128, 137),
    UTC(TransponderClass.BASE_STATION, -1, -1, -1, 78, 79, -1, -1, 72),
    AIRCRAFT(TransponderClass.AIRCRAFT, -1, -1, 50, 60, 61, 116, -1, 128),
    CLASS_B(TransponderClass.B, -1, -1, 46, 56, 57, 112, 124, 133),
    AID(TransponderClass.AID_TO_NAVIGATION, -1, -1, -1, 163, 164, -1, -1, 253),
    LONG_RANGE(TransponderClass.A, 40, -1, 79, 38, 44, 85, -1, -1);

    static final int LATITUDE_ABSENT = 91 * 600_000;
    static final int LONGITUDE_ABSENT = 181 * 600_000;
    static final int SPEED_ABSENT = 1_023;
    static final int COURSE_ABSENT = 3_600;
    static final int HEADING_ABSENT = 511;
    static final int STATUS_ABSENT = 15;
    static final int TURN_ABSENT = -128;
    static final int SECOND_ABSENT = 60;

    final TransponderClass transponder;
    final int status;
    final int turn;
    final int speed;
    final int accuracy;
    final int longitude;
    final int course;
    final int heading;
    final int second;

    PositionLayout(
            TransponderClass transponder,
            int status,
            int turn,
            int speed,
            int accuracy,
            int longitude,
            int course,
            int heading,
            int second) {
        this.transponder = transponder;
        this.status = status;
        this.turn = turn;
        this.speed = speed;
        this.accuracy = accuracy;
        this.longitude = longitude;
        this.course = course;
        this.heading = heading;
        this.second = second;
    }

    /// Whether [ReportRows] can make class A of it.
    boolean isLikeClassA() {
        return this == CLASS_A || this == UTC || this == CLASS_B;
    }

    /// In 1/10,000 minute, as are latitudes.
    int longitude(Payload bits) {
        return this == LONG_RANGE ? bits.signed(longitude, 18) * 1_000 : bits.signed(longitude, 28);
    }

    int latitude(Payload bits) {
        return this == LONG_RANGE
                ? bits.signed(longitude + 18, 17) * 1_000
                : bits.signed(longitude + 28, 27);
    }

    /// In 0.1 knot. Aircraft and long range send whole knots.
    int speed(Payload bits) {
        return switch (this) {
            case CLASS_A, CLASS_B -> bits.unsigned(speed, 10);
            case AIRCRAFT -> {
                var knots = bits.unsigned(speed, 10);
                yield knots == SPEED_ABSENT ? SPEED_ABSENT : knots * 10;
            }
            case LONG_RANGE -> {
                var knots = bits.unsigned(speed, 6);
                yield knots == 63 ? SPEED_ABSENT : knots * 10;
            }
            case UTC, AID -> SPEED_ABSENT;
        };
    }

    /// In 0.1 degree. Long range sends whole degrees, 511 for "not available".
    int course(Payload bits) {
        if (course < 0) {
            return COURSE_ABSENT;
        }
        if (this == LONG_RANGE) {
            var degrees = bits.unsigned(course, 9);
            return degrees >= 360 ? COURSE_ABSENT : degrees * 10;
        }
        return bits.unsigned(course, 12);
    }

    int heading(Payload bits) {
        return heading < 0 ? HEADING_ABSENT : bits.unsigned(heading, 9);
    }

    int status(Payload bits) {
        return status < 0 ? STATUS_ABSENT : bits.unsigned(status, 4);
    }

    int turn(Payload bits) {
        return turn < 0 ? TURN_ABSENT : bits.signed(turn, 8);
    }

    int second(Payload bits) {
        return second < 0 ? SECOND_ABSENT : bits.unsigned(second, 6);
    }
}
