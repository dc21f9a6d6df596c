package org.fairlead.association.assignment;

import java.util.Arrays;

/// Assigns rows to columns, one to one, so that the sum of their costs is the least there is.
///
/// Shortest augmenting paths after Jonker and Volgenant (Computing 38, 1987, 325-340): prices of
/// rows and columns are kept such that no cost lies below the sum of its two prices, rows whose
/// cheapest column is free take it, and each row left is put in by the shortest way of giving
/// columns on. Cubic at worst.
public final class Assignment {

    private static final int NONE = -1;

    private final double[][] cost;
    private final int rows;
    private final int columns;
    private final double[] rowPrice;
    private final double[] columnPrice;
    private final int[] columnOf;
    private final int[] rowOf;

    private Assignment(double[][] cost, int columns) {
        this.cost = cost;
        this.rows = cost.length;
        this.columns = columns;
        rowPrice = new double[rows];
        columnPrice = new double[columns];
        columnOf = new int[rows];
        rowOf = new int[columns];
        Arrays.fill(columnOf, NONE);
        Arrays.fill(rowOf, NONE);
    }

    /// The column of each row; -1 where the row is better left alone.
    ///
    /// @param cost by row and column, infinite where the two cannot belong together
    /// @param aloneCost what a row costs that gets no column; finite
    public static int[] of(double[][] cost, double aloneCost) {
        if (!Double.isFinite(aloneCost)) {
            throw new IllegalArgumentException("cost of a row alone is not finite: " + aloneCost);
        }
        int columns = cost.length == 0 ? 0 : cost[0].length;
        var widened = new double[cost.length][];
        for (int row = 0; row < cost.length; row++) {
            widened[row] = widened(cost[row], row, columns, cost.length, aloneCost);
        }
        int[] found = new Assignment(widened, columns + cost.length).solve();
        for (int row = 0; row < found.length; row++) {
            found[row] = found[row] < columns ? found[row] : NONE;
        }
        return found;
    }

    /// With a column for each row that nobody else can have: that of being alone.
    private static double[] widened(
            double[] costs, int row, int columns, int rows, double aloneCost) {
        if (costs.length != columns) {
            throw new IllegalArgumentException(
                    "row %d has %d columns, the first has %d"
                            .formatted(row, costs.length, columns));
        }
        double[] wide = Arrays.copyOf(costs, columns + rows);
        for (int column = 0; column < columns; column++) {
            if (Double.isNaN(costs[column]) || costs[column] == Double.NEGATIVE_INFINITY) {
                throw new IllegalArgumentException(
                        "cost of row %d, column %d is no number".formatted(row, column));
            }
        }
        Arrays.fill(wide, columns, wide.length, Double.POSITIVE_INFINITY);
        wide[columns + row] = aloneCost;
        return wide;
    }

    private int[] solve() {
        takeCheapestFree();
        for (int row = 0; row < rows; row++) {
            if (columnOf[row] == NONE) {
                putIn(row);
            }
        }
        return columnOf.clone();
    }

    private void takeCheapestFree() {
        for (int row = 0; row < rows; row++) {
            int cheapest = 0;
            for (int column = 1; column < columns; column++) {
                if (cost[row][column] < cost[row][cheapest]) {
                    cheapest = column;
                }
            }
            rowPrice[row] = cost[row][cheapest];
            if (rowOf[cheapest] == NONE) {
                rowOf[cheapest] = row;
                columnOf[row] = cheapest;
            }
        }
    }

    /// Dijkstra over reduced costs from the row to the nearest free column.
    private void putIn(int newRow) {
        double[] distance = new double[columns];
        int[] before = new int[columns];
        boolean[] isDone = new boolean[columns];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        Arrays.fill(before, NONE);
        int row = newRow;
        int via = NONE;
        double soFar = 0;
        int end = NONE;
        while (end == NONE) {
            for (int column = 0; column < columns; column++) {
                double through = soFar + cost[row][column] - rowPrice[row] - columnPrice[column];
                if (!isDone[column] && through < distance[column]) {
                    distance[column] = through;
                    before[column] = via;
                }
            }
            int nearest = nearest(distance, isDone);
            isDone[nearest] = true;
            soFar = distance[nearest];
            via = nearest;
            if (rowOf[nearest] == NONE) {
                end = nearest;
            } else {
                row = rowOf[nearest];
            }
        }
        reprice(newRow, distance, isDone, soFar);
        giveOn(newRow, end, before);
    }

    /// There is always one: each row's own column of being alone.
    private int nearest(double[] distance, boolean[] isDone) {
        int nearest = NONE;
        for (int column = 0; column < columns; column++) {
            if (!isDone[column] && (nearest == NONE || distance[column] < distance[nearest])) {
                nearest = column;
            }
        }
        return nearest;
    }

    private void reprice(int newRow, double[] distance, boolean[] isDone, double whole) {
        rowPrice[newRow] += whole;
        for (int column = 0; column < columns; column++) {
            if (isDone[column] && distance[column] < whole) {
                double saved = whole - distance[column];
                columnPrice[column] -= saved;
                rowPrice[rowOf[column]] += saved;
            }
        }
    }

    private void giveOn(int newRow, int end, int[] before) {
        int column = end;
        while (before[column] != NONE) {
            int giver = rowOf[before[column]];
            rowOf[column] = giver;
            columnOf[giver] = column;
            column = before[column];
        }
        rowOf[column] = newRow;
        columnOf[newRow] = column;
    }
}
