package org.fairlead.ais.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecondChanceTest {

    private static final class Named extends SecondChance.Entry {
        final String name;

        Named(String name) {
            this.name = name;
        }
    }

    private final SecondChance<Integer, Named> kept = new SecondChance<>();

    @BeforeEach
    void putThree() {
        kept.put(1, new Named("a"));
        kept.put(2, new Named("b"));
        kept.put(3, new Named("c"));
    }

    @Test
    void letsGoInTheOrderOfArrivalOfThoseNobodyAskedFor() {
        assertThat(kept.get(1)).isNotNull();
        assertThat(kept.peek(2)).isNotNull();

        assertThat(gone()).containsExactly(2, 3, 1);
        assertThat(kept.size()).isZero();
    }

    @Test
    void whoStayedOnceIsNextUnlessAskedForAgain() {
        kept.get(1);
        assertThat(kept.evict().getKey()).isEqualTo(2);
        kept.get(1);
        kept.put(4, new Named("d"));

        assertThat(gone()).containsExactly(3, 4, 1);
    }

    @Test
    void whoMayNotGoStays() {
        var gone = kept.evict(entry -> !entry.name.equals("a"), 3);

        assertThat(Objects.requireNonNull(gone).getKey()).isEqualTo(2);
        assertThat(kept.keys()).containsExactlyInAnyOrder(1, 3);
    }

    @Test
    void looksAtSoManyAndLosesNone() {
        var looked = new ArrayList<String>();

        var gone =
                kept.evict(
                        entry -> {
                            looked.add(entry.name);
                            return false;
                        },
                        5);

        assertThat(gone).isNull();
        assertThat(looked).containsExactly("a", "b", "c", "a", "b");
        assertThat(kept.size()).isEqualTo(3);
    }

    @Test
    void letsNobodyGoWhenNobodyIsThere() {
        kept.clear();

        assertThat(kept.evict(any -> true, 5)).isNull();
    }

    private List<Integer> gone() {
        var gone = new ArrayList<Integer>();
        while (kept.size() > 0) {
            gone.add(kept.evict().getKey());
        }
        return gone;
    }
}
