package org.fairlead.ais.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownCellsTest {

    private final List<Long> newest = new ArrayList<>();
    private final KnownCells cells = new KnownCells(100, newest::add);

    @Test
    void nothingIsKnownOfTimesOfWhichSomethingWasStoredBefore() {
        assertThat(cells.mayBeThere(1, 100)).isTrue();
        assertThat(cells.mayBeThere(1, 99)).isTrue();
        assertThat(cells.mayBeThere(1, CellRule.TIMELESS)).isTrue();
        assertThat(newest).isEmpty();
    }

    @Test
    void aCellOfANewTimeIsThereFromItsFirstNoteOn() {
        assertThat(cells.mayBeThere(1, 101)).isFalse();
        assertThat(cells.mayBeThere(1, 101)).isTrue();
        assertThat(cells.mayBeThere(2, 101)).isFalse();
        assertThat(cells.mayBeThere(1, 103)).isFalse();
        assertThat(cells.mayBeThere(1, 102)).isFalse();
        assertThat(cells.mayBeThere(1, 103)).isTrue();
        assertThat(newest).containsExactly(101L, 103L);
    }

    @Test
    void theOldestTimesAreNoLongerKnownWhenThereAreTooManyCells() {
        for (long cell = 0; cell < KnownCells.MOST; cell++) {
            assertThat(cells.mayBeThere(cell, 101 + cell % 2)).isFalse();
        }
        assertThat(cells.mayBeThere(-1, 103)).isFalse();

        assertThat(cells.mayBeThere(-1, 101)).isTrue();
        assertThat(cells.mayBeThere(-1, 102)).isFalse();
        assertThat(cells.mayBeThere(-1, 103)).isTrue();
    }
}
