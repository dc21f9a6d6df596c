package org.fairlead.ais.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
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
    void whoComesInThePlaceOfAnotherIsThereOnce() {
        kept.put(2, new Named("other"));

        assertThat(kept.size()).isEqualTo(3);
        assertThat(Objects.requireNonNull(kept.peek(2)).name).isEqualTo("other");
        assertThat(gone()).containsExactly(1, 3, 2);
    }

    @Test
    void holdsWhatWasPutAndNeitherTakenNorLetGo() {
        kept.clear();
        var there = new HashMap<Integer, Named>();
        var random = new Random(20_261_127);
        for (int step = 0; step < 20_000; step++) {
            int key = random.nextInt(60);
            switch (random.nextInt(5)) {
                case 0, 1 -> {
                    if (kept.get(key) == null) {
                        var named = new Named("n" + step);
                        kept.put(key, named);
                        there.put(key, named);
                    }
                }
                case 2 -> assertThat(kept.remove(key)).isSameAs(there.remove(key));
                case 3 -> {
                    if (kept.size() > 30) {
                        var gone = kept.evict();
                        assertThat(gone.getValue()).isSameAs(there.remove(gone.getKey()));
                    }
                }
                default -> assertThat(kept.get(key)).isSameAs(there.get(key));
            }
            assertThat(kept.size()).isEqualTo(there.size());
        }
        var each = new HashMap<Integer, Named>();
        kept.forEach(each::put);
        assertThat(each).isEqualTo(there);
        assertThat(kept.keys()).containsExactlyInAnyOrderElementsOf(there.keySet());
        int many = kept.size();
        assertThat(gone()).hasSize(many);
    }

    @Test
    void letsNobodyGoWhenNobodyIsThere() {
        kept.clear();

        assertThat(kept.evict(any -> true, 5)).isNull();
    }

    /// Ships that come back in turn, more than there is room for.
    @Test
    void keepsSomeOfAFleetThatHasNoRoom() {
        var cache = new LastUsed<Integer, String>(800);

        rounds(cache, 0, 3_200, 12);
        int hits = rounds(cache, 0, 3_200, 5) / 5;

        // Of 800 places 100 are for those that came last.
        assertThat(hits).isBetween(450, 700);
    }

    @Test
    void keepsAllOfAnotherFleetThatHasRoomInTime() {
        var cache = new LastUsed<Integer, String>(800);
        rounds(cache, 0, 3_200, 12);

        rounds(cache, 10_000, 600, 60);

        assertThat(rounds(cache, 10_000, 600, 1)).isEqualTo(600);
    }

    @Test
    void whoIsAskedForWhileBeingDealtWithHasNotComeBack() {
        var cache = new LastUsed<Integer, String>(800);
        for (int key = 0; key < 800; key++) {
            cache.put(key, "new");
            cache.put(key, "changed");
        }
        for (int key = 0; key < 400; key++) {
            assertThat(cache.get(key)).isNotNull();
        }

        for (int key = 800; key < 1_100; key++) {
            cache.put(key, "new");
        }

        assertThat(IntStream.range(0, 400).filter(key -> cache.get(key) != null)).hasSize(400);
        assertThat(IntStream.range(400, 800).filter(key -> cache.get(key) != null).count())
                .isBetween(100L, 150L);
    }

    /// How often a ship was found.
    private static int rounds(LastUsed<Integer, String> cache, int from, int ships, int rounds) {
        int hits = 0;
        for (int round = 0; round < rounds; round++) {
            for (int ship = from; ship < from + ships; ship++) {
                if (cache.get(ship) == null) {
                    cache.put(ship, "read");
                } else {
                    hits++;
                }
                cache.put(ship, "changed");
            }
        }
        return hits;
    }

    private List<Integer> gone() {
        var gone = new ArrayList<Integer>();
        while (kept.size() > 0) {
            gone.add(kept.evict().getKey());
        }
        return gone;
    }
}
