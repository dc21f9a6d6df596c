package org.fairlead.nmea;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fairlead.nmea.message.StaticReport;

/// Position reports, identities and rejects of one pass, position reports as columns.
///
/// The arrays are filled up to [#size] and reused; read them before the next pass. Values are as
/// transmitted, in AIS units, with the standard's own "not available" values (the `…_ABSENT`
/// constants); message 9 and 27 are scaled to the units of the others. Row `i` of every array is
/// the same report.
public final class AisColumns {

    public static final long TIME_ABSENT = LineDecoder.TIME_ABSENT;
    public static final int SOURCE_ABSENT = Sources.ABSENT;
    public static final int LATITUDE_ABSENT = PositionLayout.LATITUDE_ABSENT;
    public static final int LONGITUDE_ABSENT = PositionLayout.LONGITUDE_ABSENT;
    public static final int SPEED_ABSENT = PositionLayout.SPEED_ABSENT;
    public static final int COURSE_ABSENT = PositionLayout.COURSE_ABSENT;
    public static final int HEADING_ABSENT = PositionLayout.HEADING_ABSENT;
    public static final int STATUS_ABSENT = PositionLayout.STATUS_ABSENT;
    public static final int TURN_ABSENT = PositionLayout.TURN_ABSENT;
    public static final int SECOND_ABSENT = PositionLayout.SECOND_ABSENT;

    private static final TransponderClass[] CLASSES = TransponderClass.values();

    /// From 1.
    public final long[] lineNumber;

    /// Of the line's first byte, from the start of the stream.
    public final long[] byteOffset;

    /// Milliseconds since 1970, or [#TIME_ABSENT].
    public final long[] epochMillis;

    public final int[] mmsi;

    /// Message type: 1, 2, 3, 4, 9, 11, 18, 19, 21 or 27.
    public final byte[] type;

    /// 1/10,000 minute, north positive.
    public final int[] latitude;

    /// 1/10,000 minute, east positive.
    public final int[] longitude;

    /// 0.1 knot. 1,022 is that or more, except from aircraft, which reach 10,220.
    public final short[] speed;

    /// 0.1 degree over ground; 3,600 and more is absent.
    public final short[] course;

    /// Degrees true; 360 and more is absent.
    public final short[] heading;

    public final byte[] navigationStatus;

    /// As transmitted: 4.733 times the root of degrees a minute, starboard positive.
    public final byte[] turn;

    /// Second of the fix; 60 and more is absent.
    public final byte[] utcSecond;

    public final byte[] repeat;

    /// Index for [AisColumnReader#sourceName], or [#SOURCE_ABSENT].
    public final int[] source;

    final byte[] transponder;

    private final List<StaticRow> statics = new ArrayList<>();
    private long[] rejectLine = new long[64];
    private long[] rejectOffset = new long[64];
    private byte[] rejectReason = new byte[64];
    private int rejects;
    private int size;

    /// @param capacity position reports a pass can hold; the pass stops when they are full
    public AisColumns(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("columns for no row: " + capacity);
        }
        lineNumber = new long[capacity];
        byteOffset = new long[capacity];
        epochMillis = new long[capacity];
        mmsi = new int[capacity];
        type = new byte[capacity];
        latitude = new int[capacity];
        longitude = new int[capacity];
        speed = new short[capacity];
        course = new short[capacity];
        heading = new short[capacity];
        navigationStatus = new byte[capacity];
        turn = new byte[capacity];
        utcSecond = new byte[capacity];
        repeat = new byte[capacity];
        source = new int[capacity];
        transponder = new byte[capacity];
    }

    public int capacity() {
        return mmsi.length;
    }

    public int size() {
        return size;
    }

    public boolean isFull() {
        return size == mmsi.length;
    }

    /// Forgets all rows, identities and rejects, keeping the arrays.
    public void clear() {
        size = 0;
        rejects = 0;
        statics.clear();
    }

    public TransponderClass transponderClass(int row) {
        return CLASSES[transponder[row]];
    }

    /// Whether a row has a position: available, and on the globe.
    public boolean hasPosition(int row) {
        return isOnEarth(latitude[row], longitude[row]);
    }

    /// Identities from messages 5, 19 and 24, in order.
    public List<StaticRow> statics() {
        return statics;
    }

    public int rejects() {
        return rejects;
    }

    public long rejectLineNumber(int reject) {
        return rejectLine[reject];
    }

    public long rejectByteOffset(int reject) {
        return rejectOffset[reject];
    }

    public Reason rejectReason(int reject) {
        return Reason.of(rejectReason[reject]);
    }

    static boolean isOnEarth(int latitude, int longitude) {
        return Math.abs(latitude) <= 90 * 600_000 && Math.abs(longitude) <= 180 * 600_000;
    }

    /// Adds a report from the decoder's current message.
    void add(LineDecoder decoder, PositionLayout layout, long line, long offset) {
        var bits = decoder.payload();
        var row = size++;
        lineNumber[row] = line;
        byteOffset[row] = offset;
        epochMillis[row] = decoder.epochMillis();
        mmsi[row] = decoder.mmsi();
        type[row] = (byte) decoder.type();
        latitude[row] = layout.latitude(bits);
        longitude[row] = layout.longitude(bits);
        speed[row] = (short) layout.speed(bits);
        course[row] = (short) layout.course(bits);
        heading[row] = (short) layout.heading(bits);
        navigationStatus[row] = (byte) layout.status(bits);
        turn[row] = (byte) layout.turn(bits);
        utcSecond[row] = (byte) layout.second(bits);
        repeat[row] = (byte) bits.unsigned(6, 2);
        source[row] = decoder.source();
        transponder[row] = (byte) layout.transponder.ordinal();
    }

    void add(StaticReport report, long line, long offset, int source) {
        statics.add(new StaticRow(line, offset, source, report));
    }

    void reject(long line, long offset, Reason reason) {
        if (rejects == rejectLine.length) {
            rejectLine = Arrays.copyOf(rejectLine, rejects * 2);
            rejectOffset = Arrays.copyOf(rejectOffset, rejects * 2);
            rejectReason = Arrays.copyOf(rejectReason, rejects * 2);
        }
        rejectLine[rejects] = line;
        rejectOffset[rejects] = offset;
        rejectReason[rejects] = (byte) reason.ordinal();
        rejects++;
    }
}
