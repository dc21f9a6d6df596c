package org.fairlead.ais.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.contracts.frame.FrameCodec;
import org.junit.jupiter.api.Test;

class SegmentTest {

    private static final long NOON = Instant.parse("2024-01-02T12:00:00Z").toEpochMilli();

    static Fix fix(long at, int latitude, int longitude, int speed, int flags) {
        return new Fix(273000001, at, latitude, longitude, speed, 450, 45, 0, 0, 1, flags);
    }

    private static List<HeardFix> heard(List<Fix> fixes) {
        return fixes.stream().map(fix -> new HeardFix(fix, "pier")).toList();
    }

    private static Segment united(List<Fix> fixes, int most, Random random) {
        var segment = Segment.empty(Segment.Key.of(fixes.getFirst()));
        for (int from = 0; from < fixes.size(); ) {
            int to = Math.min(fixes.size(), from + random.nextInt(1, most + 1));
            segment = segment.and(heard(fixes.subList(from, to)), added -> {});
            from = to;
        }
        return segment;
    }

    @Test
    void isTheSameInWhateverOrderItsFixesCome() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var fixes = new ArrayList<Fix>();
            for (int i = random.nextInt(1, 80); i > 0; i--) {
                // Few values, so that times and places collide.
                fixes.add(
                        fix(
                                NOON + random.nextInt(20),
                                random.nextInt(2),
                                random.nextInt(2),
                                random.nextInt(3),
                                random.nextInt(2)));
            }
            var once = united(fixes, fixes.size(), random);

            var again = new ArrayList<>(fixes);
            again.addAll(fixes);
            Collections.shuffle(again, random);

            assertThat(united(again, 7, random)).as("seed %d", seed).isEqualTo(once);
            assertThat(once.fixes())
                    .extracting(
                            fix -> fix.epochMillis() + "/" + fix.latitude() + "/" + fix.longitude())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void keepsTheReceivedFixBesideASyntheticOneOfTheSamePlace() {
        var segment =
                united(
                        List.of(fix(NOON, 1, 1, 5, Fix.SYNTHETIC), fix(NOON, 1, 1, 7, 0)),
                        1,
                        new Random(1));

        assertThat(segment.fixes()).containsExactly(fix(NOON, 1, 1, 7, 0));
    }

    @Test
    void countsEachFixOnceWhicheverFramesBringIt() {
        var fixes = List.of(fix(NOON, 1, 1, 5, 0), fix(NOON + 1, 1, 1, 5, 0));
        Map<Segment.Key, Segment> there = new HashMap<>();
        long fixesOfShip = 0;
        for (int round = 0; round < 3; round++) {
            var change =
                    new TrackChange(
                            List.of(
                                    new Frame("a/" + round, "pier", NOON, fixes),
                                    new Frame("b/" + round, "ship", NOON, fixes)));
            change.unite(there);
            change.changed().forEach(segment -> there.put(segment.key(), segment));
            fixesOfShip +=
                    change.byMmsi().values().stream().mapToLong(TrackChange.Gain::fixes).sum();
        }

        assertThat(fixesOfShip).isEqualTo(2);
        assertThat(there.values()).singleElement().returns(2, one -> one.fixes().size());
    }

    @Test
    void survivesItsBytesEvenWhenItHoldsMoreThanAFrameMay() {
        var fixes = new ArrayList<Fix>();
        for (int i = 0; i < FrameCodec.MAXIMUM_FIXES + 10; i++) {
            fixes.add(fix(NOON + i, 1, 1, 5, 0));
        }

        assertThat(SegmentCodec.decode(SegmentCodec.encode(fixes))).isEqualTo(fixes);
        assertThat(SegmentCodec.decode(SegmentCodec.encode(List.of()))).isEmpty();
    }
}
