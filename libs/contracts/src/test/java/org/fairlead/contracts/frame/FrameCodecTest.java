package org.fairlead.contracts.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FrameCodecTest {

    private static final Fix EXTREME =
            new Fix(
                    999_999_999,
                    Long.MAX_VALUE / 4,
                    54_600_000,
                    -108_600_000,
                    1023,
                    3600,
                    511,
                    15,
                    -128,
                    27,
                    1,
                    Integer.MAX_VALUE);

    @Nested
    class AFrame {

        @Test
        void comesBackAsItWasWhateverItsFixes() {
            var random = new Random(9179842);
            for (int n : new int[] {0, 1, 2, 127, 128, 500}) {
                var frame =
                        new Frame(
                                "job/" + n,
                                "källa",
                                SourceClass.of(n % 3),
                                random.nextLong(1L << 41),
                                fixes(random, n));

                assertThat(FrameCodec.decode(FrameCodec.encode(frame))).isEqualTo(frame);
            }
        }

        @Test
        void givesTheSameFixesRowByRowAndShipByShip() {
            var random = new Random(20_261_127);
            for (int n : new int[] {0, 1, 2, 127, 500}) {
                var fixes = fixes(random, n, 9);
                byte[] bytes = FrameCodec.encode(new Frame("a/1", "a", 0, fixes));

                assertThatColumnsAre(FrameCodec.columns(bytes), fixes);
                assertThatColumnsAre(FrameCodec.places(bytes), fixes);
                for (Fix fix : fixes) {
                    int mmsi = fix.mmsi();
                    assertThat(FrameCodec.fixesOf(bytes, mmsi))
                            .isEqualTo(fixes.stream().filter(one -> one.mmsi() == mmsi).toList());
                }
                assertThat(FrameCodec.fixesOf(bytes, -1)).isEmpty();
            }
        }

        private static void assertThatColumnsAre(FrameColumns columns, List<Fix> fixes) {
            assertThat(columns.id()).isEqualTo("a/1");
            assertThat(columns.source()).isEqualTo("a");
            assertThat(columns.size()).isEqualTo(fixes.size());
            for (int row = 0; row < fixes.size(); row++) {
                var fix = fixes.get(row);
                assertThat(columns.mmsi(row)).isEqualTo(fix.mmsi());
                assertThat(columns.epochMillis(row)).isEqualTo(fix.epochMillis());
                assertThat(columns.latitude(row)).isEqualTo(fix.latitude());
                assertThat(columns.longitude(row)).isEqualTo(fix.longitude());
                assertThat(columns.fix(row)).isEqualTo(fix);
            }
            var odd = new BitSet();
            for (int row = 1; row < fixes.size(); row += 2) {
                odd.set(row);
            }
            assertThat(columns.fixes(odd)).isEqualTo(odd.stream().mapToObj(fixes::get).toList());
            assertThat(columns.isSynthetic()).isEqualTo(fixes.stream().anyMatch(Fix::isSynthetic));
        }

        @Test
        void whoseEndIsDamagedSaysSoAtOnceUnlessOnlyPlacesAreAskedFor() {
            var fixes = fixes(new Random(5), 40, 3);
            byte[] whole = FrameCodec.encode(new Frame("a/1", "a", 0, fixes));
            byte[] cut = Arrays.copyOf(whole, whole.length - 1);

            assertThatThrownBy(() -> FrameCodec.columns(cut))
                    .isInstanceOf(FrameCodec.FrameDamaged.class);
            var places = FrameCodec.places(cut);
            assertThat(places.latitude(39)).isEqualTo(fixes.get(39).latitude());
            assertThatThrownBy(() -> places.fix(39)).isInstanceOf(FrameCodec.FrameDamaged.class);
        }

        @Test
        void keepsTheExtremesOfEveryField() {
            var frame =
                    new Frame(
                            "a",
                            "b",
                            Long.MIN_VALUE / 4,
                            List.of(EXTREME, fixes(new Random(1), 1).getFirst(), EXTREME));

            assertThat(FrameCodec.decode(FrameCodec.encode(frame))).isEqualTo(frame);
        }

        /// One ship under way, a report every ten seconds: what most of the traffic looks like. The
        /// plain struct is 37 bytes; a column that stopped being delta-coded would show here.
        @Test
        void takesFewBytesForOneShipUnderWay() {
            var track = new ArrayList<Fix>();
            for (int i = 0; i < 500; i++) {
                track.add(
                        new Fix(
                                273123456,
                                1_700_000_000_000L + i * 10_000L,
                                25_000_000 + i * 30,
                                78_000_000 + i * 40,
                                120 + i % 3,
                                456 + i % 5,
                                45,
                                0,
                                0,
                                1,
                                0));
            }

            int bytes = FrameCodec.encode(new Frame("f", "s", 0, track)).length;

            assertThat(bytes / 500.0).isLessThan(11);
        }
    }

    @Nested
    class AFrameOfTheFirstLayout {

        /// Written by the first layout: two fixes of 273000001, ten seconds apart.
        private final byte[] old =
                HexFormat.of()
                        .parseHex(
                                "464c4601056a6f622f31047069657288c4acfef96202008299ad8402"
                                        + "0180a0abfef962a09c010180e1eb173c01ffbdb14a5001f001020190"
                                        + "0701005a000000ff0100020002");

        @Test
        void isReadAsTerrestrialAndHeardByOneReceiver() {
            var frame = FrameCodec.decode(old);

            assertThat(frame)
                    .isEqualTo(
                            new Frame(
                                    "job/1",
                                    "pier",
                                    SourceClass.TERRESTRIAL,
                                    1_700_000_010_500L,
                                    List.of(
                                            seen(1_700_000_000_000L, 25_000_000, -78_000_000, 120),
                                            seen(
                                                    1_700_000_010_000L,
                                                    25_000_030,
                                                    -77_999_960,
                                                    121))));
            assertThat(FrameCodec.fixesOf(old, 273000001)).isEqualTo(frame.fixes());
        }

        private static Fix seen(long at, int latitude, int longitude, int speed) {
            int course = speed == 120 ? 456 : 455;
            return new Fix(273000001, at, latitude, longitude, speed, course, 45, 0, -128, 1, 1, 1);
        }
    }

    @Nested
    class DamagedBytes {

        private final byte[] whole =
                FrameCodec.encode(new Frame("f", "s", 5, fixes(new Random(7), 40)));

        @Test
        void areRefusedWhereverTheyAreCutShort() {
            for (int length = 0; length < whole.length; length++) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> FrameCodec.decode(cut))
                        .isInstanceOf(FrameCodec.FrameDamaged.class);
            }
        }

        @Test
        void neverFailInAnyOtherWay() {
            var random = new Random(42);
            int first = FrameCodec.columns(whole).mmsi(0);
            for (int round = 0; round < 20_000; round++) {
                byte[] bytes = whole.clone();
                for (int flips = random.nextInt(1, 6); flips > 0; flips--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
                try {
                    var frame = FrameCodec.decode(bytes);
                    assertThat(FrameCodec.columns(bytes).size()).isEqualTo(frame.fixes().size());
                } catch (FrameCodec.FrameDamaged expected) {
                    assertThat(expected).hasMessageMatching("(?s).+");
                }
                try {
                    assertThat(FrameCodec.fixesOf(bytes, first)).hasSizeLessThanOrEqualTo(1 << 16);
                } catch (FrameCodec.FrameDamaged expected) {
                    assertThat(expected).hasMessageMatching("(?s).+");
                }
            }
        }

        @Test
        void areRefusedWithSomethingBehindTheEnd() {
            byte[] longer = Arrays.copyOf(whole, whole.length + 1);

            assertThatThrownBy(() -> FrameCodec.decode(longer))
                    .hasMessageContaining("behind the end");
        }
    }

    private static List<Fix> fixes(Random random, int n) {
        return fixes(random, n, 1_000_000_000);
    }

    private static List<Fix> fixes(Random random, int n, int transmitters) {
        var fixes = new ArrayList<Fix>();
        for (int i = 0; i < n; i++) {
            fixes.add(
                    new Fix(
                            random.nextInt(transmitters),
                            random.nextLong(1L << 41),
                            random.nextInt(-54_000_000, 54_600_001),
                            random.nextInt(-108_000_000, 108_600_001),
                            random.nextInt(1024),
                            random.nextInt(3601),
                            random.nextInt(512),
                            random.nextInt(16),
                            random.nextInt(-128, 128),
                            random.nextInt(1, 28),
                            random.nextInt(2),
                            random.nextInt(1, 40)));
        }
        return fixes;
    }
}
