package org.fairlead.ais.recent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.contracts.frame.FrameCodec;
import org.junit.jupiter.api.Test;

class RecentPositionsTest {

    private static final WaitingFrame FIRST = new WaitingFrame(0, 1, "pier");
    private static final WaitingFrame SECOND = new WaitingFrame(0, 2, "pier");

    private static Fix fix(int mmsi, long second, int latitude, int longitude) {
        return new Fix(mmsi, second * 1000, latitude, longitude, 1, 2, 3, 0, 0, 1, 0);
    }

    private static byte[] bytes(List<Fix> fixes) {
        return FrameCodec.encode(new Frame("pier/1", "pier", 0, fixes));
    }

    private static Map<WaitingFrame, byte[]> came(WaitingFrame frame, Fix... fixes) {
        return Map.of(frame, bytes(List.of(fixes)));
    }

    @Test
    void areTheNewestOfEachShip() {
        var positions =
                RecentPositions.NONE
                        .next(
                                Set.of(),
                                came(FIRST, fix(7, 10, 1, 1), fix(7, 30, 2, 2), fix(7, 20, 3, 3)))
                        .next(
                                Set.of(FIRST),
                                came(SECOND, fix(7, 25, 4, 4), fix(5, 1, 5, 5), fix(9, 1, 6, 6)));

        assertThat(positions.size()).isEqualTo(3);
        assertThat(positions.of(7)).hasValue(new RecentPosition(fix(7, 30, 2, 2), FIRST));
        assertThat(positions.of(5)).hasValue(new RecentPosition(fix(5, 1, 5, 5), SECOND));
        assertThat(positions.of(9)).hasValue(new RecentPosition(fix(9, 1, 6, 6), SECOND));
        assertThat(positions.of(8)).isEmpty();
    }

    @Test
    void ofTwoOfTheSameTimeTheFirstStays() {
        var positions =
                RecentPositions.NONE
                        .next(Set.of(), came(FIRST, fix(7, 10, 1, 1), fix(7, 10, 2, 2)))
                        .next(Set.of(FIRST), came(SECOND, fix(7, 10, 3, 3)));

        assertThat(positions.of(7)).hasValue(new RecentPosition(fix(7, 10, 1, 1), FIRST));
    }

    @Test
    void aShipIsForgottenOnceTheFrameOfHerNewestPositionIsMerged() {
        var both =
                RecentPositions.NONE
                        .next(Set.of(), came(FIRST, fix(7, 10, 1, 1), fix(8, 10, 1, 1)))
                        .next(Set.of(FIRST), came(SECOND, fix(7, 20, 2, 2)));

        var later = both.next(Set.of(SECOND), Map.of());
        var none = later.next(Set.of(), Map.of());

        assertThat(later.of(7)).hasValue(new RecentPosition(fix(7, 20, 2, 2), SECOND));
        assertThat(later.of(8)).isEmpty();
        assertThat(later.frames()).containsExactly(SECOND);
        assertThat(none.size()).isZero();
        assertThat(none.frames()).isEmpty();
    }

    @Test
    void aShipWhoseNewestIsMergedComesBackOnlyWithANewerOne() {
        var merged =
                RecentPositions.NONE
                        .next(Set.of(), came(FIRST, fix(7, 20, 1, 1)))
                        .next(Set.of(), came(SECOND, fix(7, 10, 2, 2), fix(8, 10, 2, 2)));

        assertThat(merged.of(7)).isEmpty();
        assertThat(merged.of(8)).isPresent();
        assertThat(merged.next(Set.of(SECOND), came(FIRST, fix(7, 21, 3, 3))).of(7)).isPresent();
    }

    @Test
    void areTheSameWhenNothingCameAndNothingWasMerged() {
        var positions = RecentPositions.NONE.next(Set.of(), came(FIRST, fix(7, 10, 1, 1)));

        assertThat(positions.next(Set.of(FIRST), Map.of())).isSameAs(positions);
    }

    @Test
    void liesInABoxWhoseEdgesBelongToIt() {
        var positions =
                RecentPositions.NONE.next(
                        Set.of(),
                        came(
                                FIRST,
                                fix(1, 1, -10, -20),
                                fix(2, 1, 10, 20),
                                fix(3, 1, 11, 0),
                                fix(4, 1, -11, 0),
                                fix(5, 1, 0, 21),
                                fix(6, 1, 0, -21)));

        assertThat(positions.within(-10, 10, -20, 20))
                .extracting(one -> one.fix().mmsi())
                .containsExactly(1, 2);
    }

    /// What is left out may be only what the rows of merged tracks are as new as.
    @Test
    void togetherWithWhatWasMergedTheyAreTheNewestOfAll() {
        var dice = new Random(20_261_126);
        var positions = RecentPositions.NONE;
        var waiting = new LinkedHashMap<WaitingFrame, List<Fix>>();
        var rows = new HashMap<Integer, Fix>();
        var all = new HashMap<Integer, Fix>();
        for (int round = 0; round < 500; round++) {
            var gone = new HashSet<WaitingFrame>();
            waiting.forEach((frame, fixes) -> {
                if (dice.nextInt(4) == 0) {
                    gone.add(frame);
                    fixes.forEach(fix -> rows.merge(fix.mmsi(), fix, RecentPositionsTest::newer));
                }
            });
            waiting.keySet().removeAll(gone);
            var still = Set.copyOf(waiting.keySet());
            var came = new LinkedHashMap<WaitingFrame, byte[]>();
            for (int i = dice.nextInt(3); i > 0; i--) {
                var frame = new WaitingFrame(dice.nextInt(2), round * 10L + i, "pier");
                var fixes =
                        dice.ints(dice.nextInt(1, 20), 0, 30)
                                .mapToObj(mmsi -> fix(mmsi, dice.nextInt(1_000_000), mmsi, 0))
                                .toList();
                waiting.put(frame, fixes);
                came.put(frame, bytes(fixes));
                fixes.forEach(fix -> all.merge(fix.mmsi(), fix, RecentPositionsTest::newer));
            }

            positions = positions.next(still, came);

            var together = new HashMap<>(rows);
            for (int mmsi = 0; mmsi < 30; mmsi++) {
                positions
                        .of(mmsi)
                        .ifPresent(one ->
                                together.merge(
                                        one.fix().mmsi(), one.fix(), RecentPositionsTest::newer));
            }
            assertThat(together).isEqualTo(all);
            assertThat(positions.frames()).isEqualTo(waiting.keySet());
            assertThat(positions.size())
                    .isLessThanOrEqualTo(waiting.values().stream().mapToInt(List::size).sum());
        }
    }

    private static Fix newer(Fix one, Fix other) {
        return other.epochMillis() > one.epochMillis() ? other : one;
    }
}
