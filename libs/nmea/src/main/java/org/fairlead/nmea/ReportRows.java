package org.fairlead.nmea;

/// The last rows of [AisColumns], as long as they are still words: reports of one slot, whose
/// fields are taken apart many rows at once.
///
/// ```
/// a line:  checked, three words of its bits kept      QuickReports, line after line
/// a batch: longitude of all, latitude of all, …       here, column after column
/// ```
///
/// Row by row, the fifteen columns of a report are fifteen arrays that do not fit the processor's
/// registers, and a third of the time goes by in fetching them back. A column's loop knows two
/// arrays, and the compiler makes it eight rows a step.
final class ReportRows {

    /// Rows in a batch: their words fit the first cache beside the columns being written.
    static final int MOST = 256;

    // Where each thing begins in the one array, so that a row is stored with one look at its
    // bounds.
    private static final int SECOND = MOST;
    private static final int THIRD = 2 * MOST;
    private static final int LINE = 3 * MOST;
    private static final int OFFSET = 4 * MOST;

    /// A bit for each type with other places for its fields than class A has.
    private static final long OTHERS = 1L << 4 | 1L << 11 | 1L << 18 | 1L << 19;

    private static final long FORTY_EIGHT = 0xffff_ffff_ffffL;

    /// Status 15 and turn -128, of which two bits are the next word's.
    private static final long NO_STATUS_NO_TURN = (long) PositionLayout.STATUS_ABSENT << 6 | 0x20;

    private static final long NO_SPEED = (long) PositionLayout.SPEED_ABSENT << 36;
    private static final long NO_COURSE_NO_HEADING =
            (long) PositionLayout.COURSE_ABSENT << 16 | PositionLayout.HEADING_ABSENT << 7;

    private final long[] words = new long[5 * MOST];
    private final int[] others = new int[MOST + 1];

    /// @param first bits 0 to 47 of the message; `second` those to 95, `third` those to 143
    void put(int at, long first, long second, long third, long line, long offset) {
        words[at] = first;
        words[SECOND + at] = second;
        words[THIRD + at] = third;
        words[LINE + at] = line;
        words[OFFSET + at] = offset;
    }

    /// Writes what the words say to the columns.
    ///
    /// @param from row of the first of them
    void spread(int from, int count, AisColumns columns) {
        makeClassA(count);
        System.arraycopy(words, LINE, columns.lineNumber, from, count);
        System.arraycopy(words, OFFSET, columns.byteOffset, from, count);
        heads(from, count, columns);
        positions(from, count, columns);
        motions(from, count, columns);
    }

    /// Puts the fields of reports of other types where those of class A are: to go by the type of
    /// each row would be to guess at each.
    private void makeClassA(int count) {
        var found = 0;
        for (var i = 0; i < count; i++) {
            others[found] = i;
            found += (int) (OTHERS >>> type(words[i])) & 1;
        }
        for (var i = 0; i < found; i++) {
            if (type(words[others[i]]) >= 18) {
                ofClassB(others[i]);
            } else {
                ofUtc(others[i]);
            }
        }
    }

    /// [PositionLayout#CLASS_B]: all of it from speed to second four bits later.
    private void ofClassB(int at) {
        var first = words[at];
        var second = words[SECOND + at];
        words[at] = first & ~0x3ffL | NO_STATUS_NO_TURN;
        words[SECOND + at] = (first << 44 | second >>> 4) & FORTY_EIGHT >>> 2;
        words[THIRD + at] = (second << 44 | words[THIRD + at] >>> 4) & FORTY_EIGHT;
    }

    /// [PositionLayout#UTC]: the position eighteen bits earlier, the second behind it.
    private void ofUtc(int at) {
        var second = words[SECOND + at];
        var third = words[THIRD + at];
        words[at] = words[at] & ~0x3ffL | NO_STATUS_NO_TURN;
        words[SECOND + at] = NO_SPEED | (second << 18 | third >>> 30) & 0xf_ffff_ffffL;
        words[THIRD + at] =
                third << 18 & 0xffff_f000_0000L
                        | NO_COURSE_NO_HEADING
                        | (second >>> 18 & 0x3f) << 1;
    }

    private static int type(long first) {
        return (int) (first >>> 42);
    }

    // From here on one loop a column: the compiler makes eight rows a step of such, and of no
    // other.

    private void heads(int from, int count, AisColumns columns) {
        var mmsi = columns.mmsi;
        for (var i = 0; i < count; i++) {
            mmsi[from + i] = (int) (words[i] >>> 10) & 0x3fff_ffff;
        }
        var type = columns.type;
        for (var i = 0; i < count; i++) {
            type[from + i] = (byte) (words[i] >>> 42);
        }
        var repeat = columns.repeat;
        for (var i = 0; i < count; i++) {
            repeat[from + i] = (byte) (words[i] >>> 40 & 3);
        }
    }

    /// Bits 61 longitude, 89 latitude, 137 second: [PositionLayout#CLASS_A].
    private void positions(int from, int count, AisColumns columns) {
        var longitude = columns.longitude;
        for (var i = 0; i < count; i++) {
            longitude[from + i] = (int) (words[SECOND + i] << 29 >> 36);
        }
        var latitude = columns.latitude;
        for (var i = 0; i < count; i++) {
            latitude[from + i] = (int) ((words[SECOND + i] << 57 | words[THIRD + i] << 9) >> 37);
        }
        var utcSecond = columns.utcSecond;
        for (var i = 0; i < count; i++) {
            utcSecond[from + i] = (byte) (words[THIRD + i] >>> 1 & 0x3f);
        }
    }

    /// Bits 38 status, 42 turn, 50 speed, 116 course, 128 heading.
    private void motions(int from, int count, AisColumns columns) {
        var status = columns.navigationStatus;
        for (var i = 0; i < count; i++) {
            status[from + i] = (byte) (words[i] >>> 6 & 0xf);
        }
        var turn = columns.turn;
        for (var i = 0; i < count; i++) {
            turn[from + i] = (byte) (words[i] << 2 | words[SECOND + i] >>> 46);
        }
        var speed = columns.speed;
        for (var i = 0; i < count; i++) {
            speed[from + i] = (short) (words[SECOND + i] >>> 36 & 0x3ff);
        }
        var course = columns.course;
        for (var i = 0; i < count; i++) {
            course[from + i] = (short) (words[THIRD + i] >>> 16 & 0xfff);
        }
        var heading = columns.heading;
        for (var i = 0; i < count; i++) {
            heading[from + i] = (short) (words[THIRD + i] >>> 7 & 0x1ff);
        }
    }
}
