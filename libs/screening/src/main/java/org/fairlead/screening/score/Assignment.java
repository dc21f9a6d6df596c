package org.fairlead.screening.score;

import java.util.Arrays;

/// Which word stands for which: the assignment of the greatest sum (Kuhn–Munkres with potentials,
/// O(n³); names have two dozen words at most).
final class Assignment {

    private Assignment() {}

    /// @param gain rows by columns, not negative
    /// @return for each row its column, -1 for none
    static int[] best(float[][] gain) {
        int rows = gain.length;
        int columns = rows == 0 ? 0 : gain[0].length;
        int[] plain = withoutChoice(gain, rows, columns);
        if (plain.length == rows) {
            return plain;
        }
        if (rows <= columns) {
            return rowsToColumns(gain, rows, columns);
        }
        int[] ofColumn = rowsToColumns(transposed(gain, rows, columns), columns, rows);
        int[] ofRow = new int[rows];
        Arrays.fill(ofRow, -1);
        for (int column = 0; column < columns; column++) {
            if (ofColumn[column] >= 0) {
                ofRow[ofColumn[column]] = column;
            }
        }
        return ofRow;
    }

    /// Where no row and no column has a choice, as between most names. Empty where one has.
    private static int[] withoutChoice(float[][] gain, int rows, int columns) {
        int[] ofRow = new int[rows];
        boolean[] isTaken = new boolean[columns];
        Arrays.fill(ofRow, -1);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (gain[row][column] > 0) {
                    if (ofRow[row] >= 0 || isTaken[column]) {
                        return new int[0];
                    }
                    ofRow[row] = column;
                    isTaken[column] = true;
                }
            }
        }
        return ofRow;
    }

    private static float[][] transposed(float[][] gain, int rows, int columns) {
        var turned = new float[columns][rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                turned[j][i] = gain[i][j];
            }
        }
        return turned;
    }

    private static int[] rowsToColumns(float[][] gain, int rows, int columns) {
        double[] rowPotential = new double[rows + 1];
        double[] columnPotential = new double[columns + 1];
        int[] rowOf = new int[columns + 1];
        int[] way = new int[columns + 1];
        for (int row = 1; row <= rows; row++) {
            rowOf[0] = row;
            int column = 0;
            double[] least = new double[columns + 1];
            Arrays.fill(least, Double.MAX_VALUE);
            boolean[] isUsed = new boolean[columns + 1];
            do {
                isUsed[column] = true;
                int next = 0;
                double delta = Double.MAX_VALUE;
                for (int j = 1; j <= columns; j++) {
                    if (isUsed[j]) {
                        continue;
                    }
                    double reduced =
                            -gain[rowOf[column] - 1][j - 1]
                                    - rowPotential[rowOf[column]]
                                    - columnPotential[j];
                    if (reduced < least[j]) {
                        least[j] = reduced;
                        way[j] = column;
                    }
                    if (least[j] < delta) {
                        delta = least[j];
                        next = j;
                    }
                }
                for (int j = 0; j <= columns; j++) {
                    if (isUsed[j]) {
                        rowPotential[rowOf[j]] += delta;
                        columnPotential[j] -= delta;
                    } else {
                        least[j] -= delta;
                    }
                }
                column = next;
            } while (rowOf[column] != 0);
            do {
                int previous = way[column];
                rowOf[column] = rowOf[previous];
                column = previous;
            } while (column != 0);
        }
        int[] ofRow = new int[rows];
        Arrays.fill(ofRow, -1);
        for (int j = 1; j <= columns; j++) {
            if (rowOf[j] > 0 && gain[rowOf[j] - 1][j - 1] > 0) {
                ofRow[rowOf[j] - 1] = j - 1;
            }
        }
        return ofRow;
    }
}
