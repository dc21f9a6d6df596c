package org.fairlead.ais.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JoinedListTest {

    @Test
    void isTheListOfAllItsPartsWhicheverAreEmpty() {
        var random = new Random(7);
        for (int round = 0; round < 500; round++) {
            var parts = new ArrayList<List<Integer>>();
            var all = new ArrayList<Integer>();
            for (int part = random.nextInt(6); part > 0; part--) {
                var numbers = random.ints(random.nextInt(4)).boxed().toList();
                parts.add(numbers);
                all.addAll(numbers);
            }

            var joined = new JoinedList<>(parts);

            assertThat(joined).hasSameSizeAs(all).containsExactlyElementsOf(all);
            for (int i = 0; i < all.size(); i++) {
                assertThat(joined.get(i)).isEqualTo(all.get(i));
            }
        }
    }

    @Test
    void hasNothingBehindItsEnd() {
        var joined = new JoinedList<>(List.of(List.of(1), List.<Integer>of()));
        var numbers = joined.iterator();

        assertThat(numbers.next()).isEqualTo(1);
        assertThat(numbers.hasNext()).isFalse();
        assertThatThrownBy(numbers::next).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> joined.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
