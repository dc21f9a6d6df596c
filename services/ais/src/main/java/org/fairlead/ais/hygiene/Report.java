package org.fairlead.ais.hygiene;

/// One position report on its way through, reused for the next: AIS's own integers, "not available"
/// values included.
public final class Report {

    public static final int NO_RECEIVER = -1;
    public static final int NO_SECOND = 60;

    public int mmsi;

    /// Milliseconds since 1970: of receipt first, of the report once its time is settled.
    public long at;

    /// Milliseconds since 1970: of receipt, by the receiver's clock when that was put right.
    public long receivedAt;

    public int latitude;
    public int longitude;
    public int speed;
    public int course;
    public int heading;
    public int status;
    public int turn;
    public int type;

    /// 0 to 59, or more when not available.
    public int utcSecond;

    /// Index of the receiver in its source, or [#NO_RECEIVER].
    public int receiver;

    /// From 1.
    public long line;

    /// Whether a ship's transponder sent it (class A or B).
    public boolean isShipReport;

    public Report copy() {
        var copy = new Report();
        copy.mmsi = mmsi;
        copy.at = at;
        copy.receivedAt = receivedAt;
        copy.latitude = latitude;
        copy.longitude = longitude;
        copy.speed = speed;
        copy.course = course;
        copy.heading = heading;
        copy.status = status;
        copy.turn = turn;
        copy.type = type;
        copy.utcSecond = utcSecond;
        copy.receiver = receiver;
        copy.line = line;
        copy.isShipReport = isShipReport;
        return copy;
    }

    /// Of everything that was sent: two receivers that heard the same report have the same.
    public long hash() {
        long hash = mix(mmsi, type);
        hash = mix(hash, latitude);
        hash = mix(hash, longitude);
        hash = mix(hash, (long) speed << 32 | course);
        return mix(
                hash,
                (long) heading << 32
                        | (status & 0xff) << 16
                        | (turn & 0xff) << 8
                        | (utcSecond & 0xff));
    }

    /// Mixes one more field into a hash (the finaliser of SplitMix64).
    static long mix(long hash, long value) {
        long z = (hash ^ value) + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
