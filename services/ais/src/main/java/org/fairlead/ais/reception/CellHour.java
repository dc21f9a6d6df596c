package org.fairlead.ais.reception;

/// @param hour since 1970; below zero it is a day of stays: [#day]
public record CellHour(long cell, int hour) {

    private static final long HOUR_MILLIS = 3_600_000;
    private static final long DAY_MILLIS = 24 * HOUR_MILLIS;

    /// Where the ships are kept that were in a cell on a UTC day and left it, or were lost in it.
    public static CellHour day(long cell, long atMillis) {
        return new CellHour(cell, -1 - Math.toIntExact(Math.floorDiv(atMillis, DAY_MILLIS)));
    }

    public CellHour daysLater(int days) {
        return new CellHour(cell, hour - days);
    }

    public boolean isDay() {
        return hour < 0;
    }

    public static int hourOf(long atMillis) {
        return Math.toIntExact(Math.floorDiv(atMillis, HOUR_MILLIS));
    }

    /// The bit of a moment's slot of ten minutes in its hour.
    public static int slotBit(long atMillis) {
        return 1 << (int) (Math.floorMod(atMillis, HOUR_MILLIS) / (HOUR_MILLIS / 6));
    }
}
