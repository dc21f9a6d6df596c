package org.fairlead.tracks;

/// Where the next fix is expected. The same four ways in the encoder and the decoder; the encoder
/// says which one fits a block best.
///
/// ```
/// RECKONED   from the last fix, by the mean of its speed and course and those of the next
/// STANDING   where the last fix was
/// CONTINUED  as far again as from the fix before the last, in proportion to the time
/// SMOOTHED   as RECKONED, but from half way between the last fix and where it was expected
/// ```
///
/// SMOOTHED fits receivers whose times are a second or so off: the error of one fix is not carried
/// whole into the next.
final class PositionPredictor {

    static final int WAYS = 4;
    static final int RECKONED = 0;
    static final int STANDING = 1;
    static final int CONTINUED = 2;
    static final int SMOOTHED = 3;

    private static final int HALF_TURN = 180 * 600_000;

    private final int way;
    private int baseLatitude;
    private int baseLongitude;
    private int stepLatitude;
    private int stepLongitude;
    private long stepMillis;
    private long lastMillis;
    private int lastSpeed;
    private int lastCourse;

    private int latitude;
    private int longitude;

    PositionPredictor(int way) {
        this.way = way;
    }

    void begin(long millis, int latitudeUnits, int longitudeUnits, int speed, int course) {
        baseLatitude = latitudeUnits;
        baseLongitude = longitudeUnits;
        stepMillis = 0;
        lastMillis = millis;
        lastSpeed = speed;
        lastCourse = course;
    }

    int latitude() {
        return latitude;
    }

    int longitude() {
        return longitude;
    }

    /// Makes positions of differences: of so many rows behind one, times, speeds and courses known,
    /// and in the place of each position its difference from where it is expected. The same as
    /// [#expect] and [#learn] row by row, without a field.
    static void follow(int way, TrackColumns rows, int at, int n) {
        switch (way) {
            case RECKONED, SMOOTHED -> followReckoned(way == SMOOTHED ? 1 : 0, rows, at, n);
            case STANDING -> {
                followStanding(rows.latitude, at, n);
                followStanding(rows.longitude, at, n);
            }
            default -> followContinued(rows, at, n);
        }
    }

    private static void followStanding(int[] values, int at, int n) {
        int value = values[at];
        for (int row = at + 1; row <= at + n; row++) {
            value += values[row];
            values[row] = value;
        }
    }

    /// @param half of the way from where she was expected to where she was is left out: 1 for yes
    private static void followReckoned(int half, TrackColumns rows, int at, int n) {
        long[] times = rows.epochMillis;
        int[] latitudes = rows.latitude;
        int[] longitudes = rows.longitude;
        int[] speeds = rows.speed;
        int[] courses = rows.course;
        int latitude = latitudes[at];
        int longitude = longitudes[at];
        int speed = speeds[at];
        int course = courses[at];
        boolean isKnown = DeadReckoning.isKnown(speed, course);
        for (int row = at + 1; row <= at + n; row++) {
            long span = times[row] - times[row - 1];
            int nextSpeed = speeds[row];
            int nextCourse = courses[row];
            boolean isNextKnown = DeadReckoning.isKnown(nextSpeed, nextCourse);
            int expectedLatitude = latitude;
            int expectedLongitude = longitude;
            if (isReckonable(span) && (isKnown || isNextKnown)) {
                int fromSpeed = isKnown ? speed : nextSpeed;
                int fromCourse = isKnown ? course : nextCourse;
                int toSpeed = isNextKnown ? nextSpeed : speed;
                int toCourse = isNextKnown ? nextCourse : course;
                long north =
                        DeadReckoning.north(fromSpeed, fromCourse, span)
                                + DeadReckoning.north(toSpeed, toCourse, span);
                long east =
                        DeadReckoning.east(fromSpeed, fromCourse, span)
                                + DeadReckoning.east(toSpeed, toCourse, span);
                expectedLatitude += DeadReckoning.latitudeUnits(north >> 1);
                expectedLongitude =
                        around(longitude + DeadReckoning.longitudeUnits(east >> 1, latitude));
            }
            int latitudeOff = latitudes[row];
            int longitudeOff = longitudes[row];
            latitudes[row] = expectedLatitude + latitudeOff;
            longitudes[row] = expectedLongitude + longitudeOff;
            latitude = expectedLatitude + (latitudeOff >> half);
            longitude = expectedLongitude + (longitudeOff >> half);
            speed = nextSpeed;
            course = nextCourse;
            isKnown = isNextKnown;
        }
    }

    private static void followContinued(TrackColumns rows, int at, int n) {
        long[] times = rows.epochMillis;
        int[] latitudes = rows.latitude;
        int[] longitudes = rows.longitude;
        int latitude = latitudes[at];
        int longitude = longitudes[at];
        int stepLatitude = 0;
        int stepLongitude = 0;
        long stepMillis = 0;
        for (int row = at + 1; row <= at + n; row++) {
            long span = times[row] - times[row - 1];
            int nextLatitude = latitude + latitudes[row];
            int nextLongitude = longitudes[row];
            if (isReckonable(span) && isReckonable(stepMillis)) {
                nextLatitude += (int) inProportion(stepLatitude, span, stepMillis);
                nextLongitude +=
                        around(longitude + (int) inProportion(stepLongitude, span, stepMillis));
            } else {
                nextLongitude += longitude;
            }
            stepLatitude = nextLatitude - latitude;
            stepLongitude = nextLongitude - longitude;
            stepMillis = span;
            latitudes[row] = latitude = nextLatitude;
            longitudes[row] = longitude = nextLongitude;
        }
    }

    private static boolean isReckonable(long span) {
        return span > 0 && span <= DeadReckoning.LONGEST_MILLIS;
    }

    /// A division is dear, and most reports are as far apart as those before.
    private static long inProportion(int step, long span, long stepMillis) {
        return span == stepMillis ? step : Math.floorDiv(step * span, stepMillis);
    }

    /// Expects the next fix; [#latitude] and [#longitude] say where.
    void expect(long millis, int speed, int course) {
        latitude = baseLatitude;
        longitude = baseLongitude;
        long span = millis - lastMillis;
        if (isReckonable(span)) {
            switch (way) {
                case RECKONED, SMOOTHED -> reckon(span, speed, course);
                case CONTINUED -> carryOn(span);
                default -> {}
            }
        }
    }

    private void reckon(long span, int speed, int course) {
        boolean isLastKnown = DeadReckoning.isKnown(lastSpeed, lastCourse);
        boolean isNextKnown = DeadReckoning.isKnown(speed, course);
        if (!isLastKnown && !isNextKnown) {
            return;
        }
        int fromSpeed = isLastKnown ? lastSpeed : speed;
        int fromCourse = isLastKnown ? lastCourse : course;
        int toSpeed = isNextKnown ? speed : lastSpeed;
        int toCourse = isNextKnown ? course : lastCourse;
        long north =
                DeadReckoning.north(fromSpeed, fromCourse, span)
                        + DeadReckoning.north(toSpeed, toCourse, span);
        long east =
                DeadReckoning.east(fromSpeed, fromCourse, span)
                        + DeadReckoning.east(toSpeed, toCourse, span);
        latitude = baseLatitude + DeadReckoning.latitudeUnits(north >> 1);
        longitude = around(baseLongitude + DeadReckoning.longitudeUnits(east >> 1, baseLatitude));
    }

    private void carryOn(long span) {
        if (isReckonable(stepMillis)) {
            latitude = baseLatitude + (int) inProportion(stepLatitude, span, stepMillis);
            longitude = around(baseLongitude + (int) inProportion(stepLongitude, span, stepMillis));
        }
    }

    private static int around(int longitude) {
        return longitude > HALF_TURN
                ? longitude - 2 * HALF_TURN
                : longitude < -HALF_TURN ? longitude + 2 * HALF_TURN : longitude;
    }

    /// What the fix then was.
    void learn(long millis, int latitudeUnits, int longitudeUnits, int speed, int course) {
        if (way == SMOOTHED) {
            baseLatitude = latitude + ((latitudeUnits - latitude) >> 1);
            baseLongitude = longitude + ((longitudeUnits - longitude) >> 1);
        } else {
            stepLatitude = latitudeUnits - baseLatitude;
            stepLongitude = longitudeUnits - baseLongitude;
            baseLatitude = latitudeUnits;
            baseLongitude = longitudeUnits;
        }
        stepMillis = millis - lastMillis;
        lastMillis = millis;
        lastSpeed = speed;
        lastCourse = course;
    }
}
