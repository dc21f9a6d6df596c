package org.fairlead.ais.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final int BITS = 16;

    @Test
    void keepsNumbersOfBothSizesAndOthersAsAMapDoes() {
        keepsAsAMapDoes(n -> n - 50);
        keepsAsAMapDoes(n -> (long) (n - 50) << 29);
        keepsAsAMapDoes(n -> "key " + n);
    }

    private static void keepsAsAMapDoes(IntFunction<Object> key) {
        var random = new Random(5);
        var places = new Places<Object, String>();
        var model = new HashMap<Object, String>();
        for (int step = 0; step < 20_000; step++) {
            Object any = key.apply(random.nextInt(100));
            int what = random.nextInt(1_000);
            if (what < 500) {
                assertThat(places.put(any, "entry " + step))
                        .isEqualTo(model.put(any, "entry " + step));
            } else if (what < 998) {
                assertThat(places.remove(any)).isEqualTo(model.remove(any));
            } else {
                places.clear();
                model.clear();
            }
            assertThat(places.get(any)).isEqualTo(model.get(any));
            assertThat(places.size()).isEqualTo(model.size());
        }
        var all = new HashSet<String>();
        places.forEach(all::add);
        assertThat(all).isEqualTo(new HashSet<>(model.values()));
    }

    /// How many places are taken in a table of as many as there are keys: by chance 63 of 100. The
    /// table takes lower bits, of a long those of one half against the other.
    @Test
    void spreadsShipsAndTheirDays() {
        for (int step : List.of(1, 2, 1_000, 1 << 10, 1 << 14)) {
            assertThat(taken(n -> Places.mixed(200_000_000 + n * step)))
                    .as("ships %d apart", step)
                    .isGreaterThan(0.5);
        }
        for (int shift : List.of(16, 20, 24, 32)) {
            assertThat(
                            taken(n -> {
                                long mixed = Places.mixed((200_000_000L + n) << shift | 20_000);
                                return (int) (mixed ^ mixed >>> 32);
                            }))
                    .as("a day of ships, shifted by %d", shift)
                    .isGreaterThan(0.5);
        }
    }

    private static double taken(IntUnaryOperator place) {
        int n = 1 << BITS;
        var taken = new BitSet(n);
        for (int i = 0; i < n; i++) {
            taken.set(place.applyAsInt(i) & (n - 1));
        }
        return taken.cardinality() / (double) n;
    }
}
