package org.fairlead.ais.reception;

/// @param hour since 1970
public record CellHour(long cell, int hour) {

    private static final long HOUR_MILLIS = 3_600_000;

    public static int hourOf(long atMillis) {
        return Math.toIntExact(Math.floorDiv(atMillis, HOUR_MILLIS));
    }

    /// The bit of a moment's slot of ten minutes in its hour.
    public static int slotBit(long atMillis) {
        return 1 << (int) (Math.floorMod(atMillis, HOUR_MILLIS) / (HOUR_MILLIS / 6));
    }
}
