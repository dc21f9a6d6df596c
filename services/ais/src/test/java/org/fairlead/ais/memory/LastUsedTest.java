package org.fairlead.ais.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LastUsedTest {

    @Test
    void forgetsWhoHasBeenThereLongestAndWasNotAskedForSince() {
        var kept = new LastUsed<Integer, String>(3);
        kept.put(1, "a");
        kept.put(2, "b");
        kept.put(3, "c");
        assertThat(kept.get(1)).isEqualTo("a");
        kept.put(2, "B");

        kept.put(4, "d");

        assertThat(kept.size()).isEqualTo(3);
        assertThat(kept.get(3)).isNull();
        assertThat(kept.get(1)).isEqualTo("a");
        assertThat(kept.get(2)).isEqualTo("B");
        assertThat(kept.get(4)).isEqualTo("d");
    }

    @Test
    void forgetsSomebodyAlsoWhenAllWereAskedFor() {
        var kept = new LastUsed<Integer, String>(2);
        kept.put(1, "a");
        kept.put(2, "b");
        kept.get(1);
        kept.get(2);

        kept.put(3, "c");

        assertThat(kept.size()).isEqualTo(2);
        assertThat(kept.get(1)).isNull();
    }

    @Test
    void makesWhatIsNotThereOnce() {
        var kept = new LastUsed<Integer, String>(2);
        assertThat(kept.computeIfAbsent(1, key -> "made " + key)).isEqualTo("made 1");
        assertThat(kept.computeIfAbsent(1, key -> "again")).isEqualTo("made 1");
        kept.clear();
        assertThat(kept.get(1)).isNull();
    }
}
