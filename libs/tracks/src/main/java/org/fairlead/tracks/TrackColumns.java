package org.fairlead.tracks;

import java.util.Arrays;

/// Fixes of one transmitter as columns of AIS's own integers (ITU-R M.1371-5, annex 8). Row `i` of
/// every array is the same fix; the arrays are longer than [#size] and grow.
public final class TrackColumns {

    /// Milliseconds since 1970, UTC.
    public long[] epochMillis;

    /// 1/10,000 minute, north positive.
    public int[] latitude;

    /// 1/10,000 minute, east positive.
    public int[] longitude;

    /// 0.1 knot; 1023 is absent.
    public int[] speed;

    /// 0.1 degree; 3600 is absent.
    public int[] course;

    /// Degrees; 511 is absent.
    public int[] heading;

    /// 0 to 15; 15 is not defined.
    public int[] status;

    /// As transmitted, −128 to 127; −128 is absent.
    public int[] rateOfTurn;

    /// 1 to 27.
    public int[] messageType;

    public int[] flags;

    /// How many receivers heard it.
    public int[] receivers;

    private int size;

    public TrackColumns(int expected) {
        int n = Math.max(1, expected);
        epochMillis = new long[n];
        latitude = new int[n];
        longitude = new int[n];
        speed = new int[n];
        course = new int[n];
        heading = new int[n];
        status = new int[n];
        rateOfTurn = new int[n];
        messageType = new int[n];
        flags = new int[n];
        receivers = new int[n];
    }

    public int size() {
        return size;
    }

    public void clear() {
        size = 0;
    }

    /// A new row, to be filled by the caller.
    public int add() {
        reserve(1);
        return size++;
    }

    /// A new row that is as a row of others.
    public void add(TrackColumns others, int from) {
        int row = add();
        epochMillis[row] = others.epochMillis[from];
        latitude[row] = others.latitude[from];
        longitude[row] = others.longitude[from];
        speed[row] = others.speed[from];
        course[row] = others.course[from];
        heading[row] = others.heading[from];
        status[row] = others.status[from];
        rateOfTurn[row] = others.rateOfTurn[from];
        messageType[row] = others.messageType[from];
        flags[row] = others.flags[from];
        receivers[row] = others.receivers[from];
    }

    /// Takes off the last row.
    public void removeLast() {
        size--;
    }

    /// Takes off the rows from one on.
    ///
    /// @throws IllegalArgumentException when there are fewer
    public void cutTo(int rows) {
        if (rows < 0 || rows > size) {
            throw new IllegalArgumentException("rows outside 0-" + size + ": " + rows);
        }
        size = rows;
    }

    void reserve(int rows) {
        int wanted = size + rows;
        if (wanted <= epochMillis.length) {
            return;
        }
        int n = Math.max(wanted, epochMillis.length * 2);
        epochMillis = Arrays.copyOf(epochMillis, n);
        latitude = Arrays.copyOf(latitude, n);
        longitude = Arrays.copyOf(longitude, n);
        speed = Arrays.copyOf(speed, n);
        course = Arrays.copyOf(course, n);
        heading = Arrays.copyOf(heading, n);
        status = Arrays.copyOf(status, n);
        rateOfTurn = Arrays.copyOf(rateOfTurn, n);
        messageType = Arrays.copyOf(messageType, n);
        flags = Arrays.copyOf(flags, n);
        receivers = Arrays.copyOf(receivers, n);
    }

    void grownTo(int rows) {
        size = rows;
    }

    void copy(int from, int to) {
        if (from == to) {
            return;
        }
        epochMillis[to] = epochMillis[from];
        latitude[to] = latitude[from];
        longitude[to] = longitude[from];
        speed[to] = speed[from];
        course[to] = course[from];
        heading[to] = heading[from];
        status[to] = status[from];
        rateOfTurn[to] = rateOfTurn[from];
        messageType[to] = messageType[from];
        flags[to] = flags[from];
        receivers[to] = receivers[from];
    }

    int[] plain(int column) {
        return switch (column) {
            case SegmentCodec.SPEED -> speed;
            case SegmentCodec.STATUS -> status;
            case SegmentCodec.TURN -> rateOfTurn;
            case SegmentCodec.TYPE -> messageType;
            case SegmentCodec.FLAGS -> flags;
            case SegmentCodec.RECEIVERS -> receivers;
            default -> throw new IllegalArgumentException("no plain column: " + column);
        };
    }
}
