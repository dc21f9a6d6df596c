package org.fairlead.ais.hygiene;

/// The time of a report, from its time of receipt and the UTC second in it.
///
/// A receiver's time is late by a second or so, and every receiver by another; the second in the
/// report is the ship's own. So the times of one report heard twice become the same. Without a
/// second, or with one that lies too far from the time of receipt, the receipt counts, to the
/// second.
public final class ReportTime {

    /// No time is known.
    public static final long ABSENT = Long.MIN_VALUE;

    private final long withinMillis;

    public ReportTime(long withinMillis) {
        this.withinMillis = withinMillis;
    }

    public long settle(long receivedAt, int utcSecond) {
        long second = Math.floorDiv(receivedAt, 1000L);
        if (utcSecond < 0 || utcSecond > 59) {
            return second * 1000;
        }
        long age = Math.floorMod(second - utcSecond, 60L);
        long back = age > 30 ? age - 60 : age;
        return Math.abs(back) * 1000 <= withinMillis ? (second - back) * 1000 : second * 1000;
    }
}
