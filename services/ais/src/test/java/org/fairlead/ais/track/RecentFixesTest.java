package org.fairlead.ais.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.contracts.frame.FrameCodec;
import org.fairlead.contracts.frame.FrameColumns;
import org.junit.jupiter.api.Test;

class RecentFixesTest {

    private static final long FROM = 1_000_000;
    private static final long TO = 2_000_000;

    private final Random random = new Random(20_261_127);
    private final List<Fix> all = new ArrayList<>();

    private Fix fix(int mmsi) {
        return new Fix(
                mmsi,
                random.nextLong(FROM - 300_000, TO + 300_000),
                random.nextInt(-54_000_000, 54_000_001),
                random.nextInt(-108_000_000, 108_000_001),
                100,
                random.nextInt(3_600),
                90,
                0,
                0,
                1,
                0);
    }

    private FrameColumns frame(int ships) {
        var fixes = new ArrayList<Fix>();
        for (int i = 0; i < 400; i++) {
            fixes.add(fix(273_000_000 + random.nextInt(ships)));
        }
        // Both ends count.
        fixes.add(new Fix(273_000_000, FROM, 0, 0, 100, 0, 90, 0, 0, 1, 0));
        fixes.add(new Fix(273_000_000, TO, 0, 0, 100, 0, 90, 0, 0, 1, 0));
        fixes.stream()
                .filter(fix -> fix.epochMillis() >= FROM && fix.epochMillis() <= TO)
                .forEach(all::add);
        return FrameCodec.places(FrameCodec.encode(new Frame("a/1", "a", 0, fixes)));
    }

    @Test
    void findsWhoWasInTheCellsOfABoxAndAllThereIsOfThem() {
        var frames = new ArrayList<FrameColumns>();
        for (int i = 0; i < 20; i++) {
            frames.add(frame(2_000));
        }
        var recent = new RecentFixes(frames, FROM, TO);
        for (int i = 0; i < 200; i++) {
            int south = random.nextInt(-54_000_000, 50_000_000);
            int west = random.nextInt(-108_000_000, 108_000_000);
            var cells =
                    Cells.of(
                            new TrackStore.Bounds(
                                    south,
                                    south + random.nextInt(9_000_000),
                                    west,
                                    // Beyond 180 degrees now and then.
                                    west + random.nextInt(40_000_000),
                                    random.nextInt(20) == 0));

            var ships = recent.ships(cells);

            assertThat(ships)
                    .containsExactlyInAnyOrderElementsOf(
                            all.stream()
                                    .filter(fix -> isIn(cells, fix))
                                    .map(Fix::mmsi)
                                    .collect(Collectors.toSet()));
            assertThat(recent.of(ships))
                    .isEqualTo(
                            all.stream()
                                    .filter(fix -> ships.contains(fix.mmsi()))
                                    .collect(Collectors.groupingBy(Fix::mmsi)));
        }
    }

    private static boolean isIn(List<Cells.Range> cells, Fix fix) {
        int cell = Cells.of(fix.latitude(), fix.longitude());
        return cells.stream().anyMatch(range -> cell >= range.from() && cell <= range.to());
    }

    @Test
    void hasNothingOfWhoIsNotThere() {
        var recent = new RecentFixes(List.of(frame(10)), FROM, TO);

        assertThat(recent.of(new HashSet<>(List.of(1, -1, Integer.MAX_VALUE)))).isEmpty();
        assertThat(recent.ships(List.of())).isEmpty();
    }
}
