package org.fairlead.ais.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InPortTest {

    private final InPort inPort = new InPort(1000);

    @Test
    void namesWhoWasNotHeardUntilHerTime() {
        inPort.watch(7, "a", 100);
        inPort.watch(8, "a", 200);
        inPort.watch(9, "b", 100);
        inPort.heard("a", 150);

        assertThat(inPort.due()).containsExactly(7);
        assertThat(inPort.due()).isEmpty();
        inPort.heard("a", 200);
        inPort.heard("b", 99);
        assertThat(inPort.due()).containsExactly(8);
    }

    @Test
    void waitsLongerForWhoIsHeardAgain() {
        inPort.watch(7, "a", 100);
        inPort.watch(7, "a", 300);
        inPort.heard("a", 250);

        assertThat(inPort.due()).isEmpty();
        inPort.heard("a", 300);
        assertThat(inPort.due()).containsExactly(7);
    }

    @Test
    void namesNobodyWhoLeftOrWhomAnotherSourceHearsNow() {
        inPort.watch(7, "a", 100);
        inPort.leave(7);
        inPort.watch(8, "a", 100);
        inPort.watch(8, "b", 100);
        inPort.heard("a", 1000);

        assertThat(inPort.due()).isEmpty();
        inPort.heard("b", 1000);
        assertThat(inPort.due()).containsExactly(8);
    }

    @Test
    void namesTheSameAsWhoLooksAtAllEachTime() {
        record Watch(String source, long at) {}
        for (int seed = 0; seed < 50; seed++) {
            var random = new Random(seed);
            var one = new InPort(1000);
            Map<Integer, Watch> watched = new HashMap<>();
            Map<String, Long> heard = new HashMap<>();
            for (int step = 0; step < 500; step++) {
                int mmsi = random.nextInt(20);
                String source = "source" + random.nextInt(3);
                switch (random.nextInt(4)) {
                    case 0 -> {
                        one.leave(mmsi);
                        watched.remove(mmsi);
                    }
                    case 1 -> {
                        long until = step + random.nextInt(30);
                        one.heard(source, until);
                        heard.merge(source, until, Math::max);
                    }
                    default -> {
                        long at = step + random.nextInt(100);
                        one.watch(mmsi, source, at);
                        watched.put(mmsi, new Watch(source, at));
                    }
                }
                if (random.nextInt(3) == 0) {
                    var due = new ArrayList<Integer>();
                    watched.forEach((ship, watch) -> {
                        if (heard.getOrDefault(watch.source(), Long.MIN_VALUE) >= watch.at()) {
                            due.add(ship);
                        }
                    });
                    due.forEach(watched::remove);
                    due.sort(null);
                    assertThat(one.due()).as("seed %d, step %d", seed, step).isEqualTo(due);
                }
            }
        }
    }
}
