package org.fairlead.ais.track;

/// Where a cell of the track index lies.
public final class CellPlace {

    public static final double SIZE_DEGREES = 1 / Cells.PER_DEGREE;

    private CellPlace() {}

    public static double southDegrees(int cell) {
        return Cells.southDegrees(cell);
    }

    public static double westDegrees(int cell) {
        return Cells.westDegrees(cell);
    }
}
