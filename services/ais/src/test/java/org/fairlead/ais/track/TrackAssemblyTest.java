package org.fairlead.ais.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.tracks.SegmentDamaged;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TrackAssemblyTest {

    private static final int SHE = 273_000_001;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final long MIDNIGHT = DAY.toEpochDay() * 86_400_000L;
    private static final Instant BEGIN = Instant.EPOCH;
    private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

    private static Fix fix(long atSecond, int latitude) {
        return new Fix(SHE, MIDNIGHT + atSecond * 1_000, latitude, 7, 120, 900, 90, 0, -3, 1, 0, 2);
    }

    private static TrackAssembly everything(List<Fix> recent) {
        return new TrackAssembly(SHE, BEGIN, END, recent, 16);
    }

    private static void add(TrackAssembly track, LocalDate day, List<Fix> fixes)
            throws SegmentDamaged {
        track.add(day, SegmentCodec.encode(fixes), SegmentCodec.SEGMENT);
    }

    @Nested
    class PiecesThatFollowEachOther {

        @Test
        void becomeOneTrack() throws SegmentDamaged {
            var track = everything(List.of());
            add(track, DAY, List.of(fix(10, 1), fix(20, 2)));
            add(track, DAY, List.of(fix(30, 3)));
            add(track, DAY.plusDays(1), List.of(fix(86_400, 4)));

            assertThat(track.fixes())
                    .containsExactly(fix(10, 1), fix(20, 2), fix(30, 3), fix(86_400, 4));
        }

        @Test
        void areCutToTheTimeAskedFor() throws SegmentDamaged {
            var track =
                    new TrackAssembly(
                            SHE,
                            Instant.ofEpochMilli(MIDNIGHT + 20_000),
                            Instant.ofEpochMilli(MIDNIGHT + 30_000),
                            List.of(),
                            1);
            add(track, DAY, List.of(fix(10, 1), fix(20, 2)));
            add(track, DAY, List.of(fix(30, 3), fix(40, 4)));

            assertThat(track.fixes()).containsExactly(fix(20, 2), fix(30, 3));
        }
    }

    @Nested
    class APieceThatIsDamaged {

        @Test
        void leavesNothingOfItselfAndTheOthersWhole() throws SegmentDamaged {
            var track = everything(List.of());
            add(track, DAY, List.of(fix(10, 1)));
            byte[] damaged = SegmentCodec.encode(List.of(fix(20, 2), fix(30, 3)));
            damaged[damaged.length - 1] ^= 1;

            assertThatThrownBy(() -> track.add(DAY, damaged, SegmentCodec.SEGMENT))
                    .isInstanceOf(SegmentDamaged.class);

            add(track, DAY, List.of(fix(40, 4)));
            assertThat(track.fixes()).containsExactly(fix(10, 1), fix(40, 4));
        }
    }

    @Nested
    class WhatIsNotMergedYet {

        @Test
        void isPutWhereItBelongsOnDaysWithPiecesAndWithout() throws SegmentDamaged {
            var track =
                    everything(
                            List.of(
                                    fix(15, 9),
                                    fix(10, 1),
                                    fix(-5, 8),
                                    fix(2 * 86_400, 6),
                                    fix(2 * 86_400, 6)));
            add(track, DAY, List.of(fix(10, 1), fix(20, 2)));
            add(track, DAY.plusDays(1), List.of(fix(86_400, 4)));

            assertThat(track.fixes())
                    .containsExactly(
                            fix(-5, 8),
                            fix(10, 1),
                            fix(15, 9),
                            fix(20, 2),
                            fix(86_400, 4),
                            fix(2 * 86_400, 6));
        }

        @Test
        void isATrackWhereThereIsNoOther() {
            assertThat(everything(List.of(fix(20, 2), fix(10, 1))).fixes())
                    .containsExactly(fix(10, 1), fix(20, 2));
        }
    }

    /// Pieces of some days in some order of times, against all fixes sorted, each once.
    @Test
    void givesEachFixOnceInOrderWhateverThePieces() throws SegmentDamaged {
        var random = new Random(20_261_126);
        for (int round = 0; round < 300; round++) {
            var pieces = new TreeMap<LocalDate, List<List<Fix>>>();
            var all = new ArrayList<Fix>();
            var recent = new ArrayList<Fix>();
            for (int piece = random.nextInt(8); piece > 0; piece--) {
                int day = random.nextInt(3);
                var fixes = new ArrayList<Fix>();
                int second = day * 86_400 + random.nextInt(100);
                for (int count = random.nextInt(1, 200); count > 0; count--) {
                    fixes.add(fix(second += random.nextInt(1, 9), 1));
                }
                all.addAll(fixes);
                if (random.nextInt(4) == 0) {
                    recent.addAll(fixes);
                } else {
                    pieces.computeIfAbsent(DAY.plusDays(day), any -> new ArrayList<>()).add(fixes);
                }
            }
            var track = everything(recent);
            for (var day : pieces.entrySet()) {
                for (List<Fix> piece : day.getValue()) {
                    add(track, day.getKey(), piece);
                }
            }

            var wanted =
                    all.stream()
                            .distinct()
                            .sorted(Comparator.comparingLong(Fix::epochMillis))
                            .toList();
            assertThat(track.fixes()).isEqualTo(wanted);
        }
    }
}
