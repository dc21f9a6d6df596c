package org.fairlead.association.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    private static final double ALONE = 5;

    @Test
    void costsNoMoreThanTheBestOfAllPermutations() {
        var random = new Random(7);
        for (int round = 0; round < 3_000; round++) {
            var cost = made(random, 1 + random.nextInt(6), random.nextInt(7));

            double found = costOf(cost, Assignment.of(cost, ALONE));

            assertThat(found)
                    .as(Arrays.deepToString(cost))
                    .isCloseTo(cheapest(cost, 0, new boolean[width(cost)]), within(1e-9));
        }
    }

    @Test
    void givesNoColumnTwice() {
        var random = new Random(8);
        for (int round = 0; round < 200; round++) {
            var cost = made(random, 30, 25);

            int[] columns =
                    Arrays.stream(Assignment.of(cost, ALONE)).filter(it -> it >= 0).toArray();

            assertThat(columns).doesNotHaveDuplicates().isNotEmpty();
        }
    }

    @Test
    void takesTheDearerColumnForOneSoThatBothAreServed() {
        // Greedy would give the first row its best column and leave the second with 4.
        assertThat(Assignment.of(new double[][] {{1, 1.5}, {1.2, 4}}, ALONE)).containsExactly(1, 0);
    }

    @Test
    void leavesARowAloneWhereEveryColumnCostsMore() {
        assertThat(Assignment.of(new double[][] {{6, Double.POSITIVE_INFINITY}}, ALONE))
                .containsExactly(-1);
    }

    @Test
    void assignsNothingToNobody() {
        assertThat(Assignment.of(new double[][] {}, ALONE)).isEmpty();
        assertThat(Assignment.of(new double[][] {{}, {}}, ALONE)).containsExactly(-1, -1);
    }

    @Test
    void refusesWhatIsNoCost() {
        assertThatThrownBy(() -> Assignment.of(new double[][] {{Double.NaN}}, ALONE))
                .hasMessageContaining("row 0, column 0");
        assertThatThrownBy(() -> Assignment.of(new double[][] {{1, 2}, {1}}, ALONE))
                .hasMessageContaining("row 1 has 1 columns");
        assertThatThrownBy(() -> Assignment.of(new double[][] {{1}}, Double.POSITIVE_INFINITY))
                .hasMessageContaining("not finite");
    }

    private static int width(double[][] cost) {
        return cost[0].length;
    }

    /// Whole numbers among them, so that there are ties.
    private static double[][] made(Random random, int rows, int columns) {
        var cost = new double[rows][columns];
        for (double[] row : cost) {
            for (int column = 0; column < columns; column++) {
                row[column] =
                        switch (random.nextInt(4)) {
                            case 0 -> Double.POSITIVE_INFINITY;
                            case 1 -> random.nextInt(8);
                            default -> random.nextDouble() * 10 - 2;
                        };
            }
        }
        return cost;
    }

    private static double costOf(double[][] cost, int[] columns) {
        double sum = 0;
        for (int row = 0; row < columns.length; row++) {
            sum += columns[row] < 0 ? ALONE : cost[row][columns[row]];
        }
        return sum;
    }

    private static double cheapest(double[][] cost, int row, boolean[] isTaken) {
        if (row == cost.length) {
            return 0;
        }
        double least = ALONE + cheapest(cost, row + 1, isTaken);
        for (int column = 0; column < isTaken.length; column++) {
            if (!isTaken[column]) {
                isTaken[column] = true;
                least = Math.min(least, cost[row][column] + cheapest(cost, row + 1, isTaken));
                isTaken[column] = false;
            }
        }
        return least;
    }
}
