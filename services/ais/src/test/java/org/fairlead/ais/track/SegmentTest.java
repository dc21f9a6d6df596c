package org.fairlead.ais.track;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.contracts.frame.FrameCodec;
import org.fairlead.tracks.SegmentDamaged;
import org.fairlead.tracks.SegmentEncoder;
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
            segment = segment.and(heard(fixes.subList(from, to)), added -> {}).segment();
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

    /// As the store keeps them: the pieces of a ship's day, only those of the batch's time and the
    /// last are asked for.
    private static final class Pieces {
        private final Map<Integer, TrackChange.Piece> byPart = new HashMap<>();
        private long counted;

        void take(Fix... fixes) {
            var change =
                    new TrackChange(
                            List.of(new Frame("a/1", "pier", NOON, List.of(fixes))),
                            new KnownShips());
            var visit = change.rest().getFirst();
            int last = byPart.keySet().stream().mapToInt(part -> part).max().orElse(-1);
            var asked =
                    byPart.values().stream()
                            .filter(piece ->
                                    piece.part() == last
                                            || (piece.to() >= visit.fromMillis()
                                                    && piece.from() <= visit.toMillis()))
                            .toList();
            change.unite(Map.of(visit.key(), new TrackChange.Stored(asked, last)));
            change.changed().forEach(packed -> keep(packed.piece()));
            counted += change.byMmsi().values().stream().mapToLong(TrackChange.Gain::fixes).sum();
        }

        private void keep(TrackChange.Piece piece) {
            byPart.put(
                    piece.part(),
                    new TrackChange.Piece(
                            piece.key(), piece.part(), piece.fixes(), piece.fixes().size()));
        }

        List<Fix> read() {
            return Segment.union(byPart.values().stream().map(TrackChange.Piece::fixes).toList());
        }
    }

    @Test
    void countsEachFixOnceInWhateverPiecesItComes() {
        for (int seed = 0; seed < 100; seed++) {
            var random = new Random(seed);
            var fixes = new ArrayList<Fix>();
            for (int i = 0; i < 600; i++) {
                fixes.add(fix(NOON + i * 1000L, random.nextInt(3), 1, 5, 0));
            }
            var pieces = new Pieces();
            for (int round = 0; round < 60; round++) {
                int from = random.nextInt(fixes.size());
                int to = Math.min(fixes.size(), from + random.nextInt(1, 90));
                pieces.take(fixes.subList(from, to).toArray(Fix[]::new));
            }
            pieces.take(fixes.toArray(Fix[]::new));

            assertThat(pieces.read()).as("seed %d", seed).isEqualTo(fixes);
            assertThat(pieces.counted).isEqualTo(fixes.size());
        }
    }

    @Test
    void addsWhatIsLateBesideWhatIsThere() {
        var pieces = new Pieces();
        var day = new ArrayList<Fix>();
        for (int i = 0; i < 300; i++) {
            day.add(fix(NOON + i * 10_000L, 1, 1, 5, 0));
        }
        pieces.take(day.toArray(Fix[]::new));
        var before = pieces.byPart.get(0);

        pieces.take(fix(NOON + 5_000, 2, 2, 5, 0));

        assertThat(pieces.byPart.get(0)).isSameAs(before);
        assertThat(requireNonNull(pieces.byPart.get(1)).fixes()).hasSize(1);
        assertThat(pieces.read()).hasSize(301).isSortedAccordingTo(byTime());
    }

    private static java.util.Comparator<Fix> byTime() {
        return java.util.Comparator.comparingLong(Fix::epochMillis);
    }

    @Test
    void survivesItsBytes() throws SegmentDamaged {
        var fixes = new ArrayList<Fix>();
        for (int i = 0; i < 1000; i++) {
            fixes.add(fix(NOON + i, 1, 1, 5, i % 2));
        }

        assertThat(SegmentCodec.decode(SegmentCodec.encode(fixes), SegmentCodec.SEGMENT))
                .isEqualTo(fixes);
    }

    @Test
    void isReadFromSeveralAsFromOne() throws SegmentDamaged {
        var encoder = new SegmentEncoder();
        var fixes = new ArrayList<Fix>();
        var bytes = new ByteArrayOutputStream();
        for (int part = 0; part < 9; part++) {
            var some = new ArrayList<Fix>();
            for (int i = 0; i <= part; i++) {
                some.add(fix(NOON + part * 60_000L + i * 1_000L, part, i, 5, 0));
            }
            bytes.writeBytes(SegmentCodec.encodeOneOfSeveral(some, encoder));
            fixes.addAll(some);
        }

        assertThat(SegmentCodec.decode(bytes.toByteArray(), SegmentCodec.SEGMENTS))
                .isEqualTo(fixes);
        assertThat(
                        SegmentCodec.decode(
                                bytes.toByteArray(),
                                SegmentCodec.SEGMENTS,
                                NOON + 61_000,
                                NOON + 122_000))
                .isEqualTo(fixes.subList(2, 6));
    }

    @Test
    void isDamagedWhenOneOfSeveralIs() {
        byte[] one =
                SegmentCodec.encodeOneOfSeveral(
                        List.of(fix(NOON, 1, 1, 5, 0)), new SegmentEncoder());
        byte[] two = Arrays.copyOf(one, 2 * one.length);
        System.arraycopy(one, 0, two, one.length, one.length);
        for (int at = 0; at < two.length; at++) {
            byte[] damaged = two.clone();
            damaged[at] ^= 1;
            assertThatThrownBy(() -> SegmentCodec.decode(damaged, SegmentCodec.SEGMENTS))
                    .as("byte %d", at)
                    .isInstanceOf(SegmentDamaged.class);
        }
        for (int length = 0; length < two.length; length++) {
            byte[] cut = Arrays.copyOf(two, length);
            if (length != one.length) {
                assertThatThrownBy(() -> SegmentCodec.decode(cut, SegmentCodec.SEGMENTS))
                        .as("length %d", length)
                        .isInstanceOf(SegmentDamaged.class);
            }
        }
    }

    @Test
    void isReadAsEarlierVersionsWroteIt() throws SegmentDamaged {
        var fixes = List.of(fix(NOON, 1, 1, 5, 0), fix(NOON + 1, 1, 1, 5, 0));
        byte[] frame = FrameCodec.encode(new Frame("", "", 0, fixes));
        var bytes = java.nio.ByteBuffer.allocate(4 + frame.length).putInt(frame.length).put(frame);

        assertThat(SegmentCodec.decode(bytes.array(), SegmentCodec.FRAMES)).isEqualTo(fixes);
    }
}
