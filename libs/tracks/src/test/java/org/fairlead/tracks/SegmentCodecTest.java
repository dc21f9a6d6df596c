package org.fairlead.tracks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SegmentCodecTest {

    private static final long NOON = 1_704_196_800_000L;
    private static final int SHE = 273000001;

    /// CRC-32C.
    private static final long GOLDEN = 2_979_667_897L;

    @Nested
    class ASegment {

        @Test
        void comesBackAsItWasWhateverItsRows() throws SegmentDamaged {
            var random = new Random(9179842);
            for (int round = 0; round < 400; round++) {
                int n = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 1 + random.nextInt(700);
                var rows = random.nextBoolean() ? anything(random, n) : voyage(random, n);

                assertSame(rows, read(SegmentCodec.encode(SHE, rows)), 0, n);
            }
        }

        @Test
        void isTheSameWhateverWasWrittenBeforeIt() {
            var random = new Random(20261126);
            var encoder = new SegmentEncoder();
            for (int round = 0; round < 400; round++) {
                int n = 1 + random.nextInt(random.nextBoolean() ? 12 : 400);
                var rows = random.nextInt(3) == 0 ? anything(random, n) : voyage(random, n);

                assertThat(encoder.encode(SHE, rows)).isEqualTo(SegmentCodec.encode(SHE, rows));
            }
        }

        /// 127, 128 and 129 rows end, fill and begin a mini-block.
        @Test
        void comesBackAtTheEdgesOfItsBlocks() throws SegmentDamaged {
            var random = new Random(1);
            for (int n : new int[] {1, 2, 127, 128, 129, 255, 256, 257, 1024}) {
                var rows = voyage(random, n);

                assertSame(rows, read(SegmentCodec.encode(SHE, rows)), 0, n);
            }
        }

        @Test
        void keepsTheExtremesOfEveryColumn() throws SegmentDamaged {
            var rows = new TrackColumns(4);
            int[] extremes = {Integer.MIN_VALUE, Integer.MAX_VALUE, 0, -1, Integer.MAX_VALUE};
            long[] times = {-62_135_596_800_000L, 0, 1, 4_102_444_800_000L, 4_102_444_800_000L};
            for (int i = 0; i < extremes.length; i++) {
                int row = rows.add();
                rows.epochMillis[row] = times[i];
                rows.latitude[row] = extremes[i];
                rows.longitude[row] = extremes[extremes.length - 1 - i];
                for (int[] column : others(rows)) {
                    column[row] = extremes[(i + column.length) % extremes.length];
                }
            }

            assertSame(rows, read(SegmentCodec.encode(SHE, rows)), 0, extremes.length);
        }

        @Test
        void keepsACourseOverNorthAndAPlaceOver180() throws SegmentDamaged {
            var rows = new TrackColumns(8);
            int[] courses = {3599, 0, 1, 3600, 3599, 0, 4000, 3601, 5};
            for (int i = 0; i < courses.length; i++) {
                int row = rows.add();
                rows.epochMillis[row] = NOON + i * 10_000L;
                rows.longitude[row] = (i % 2 == 0 ? 1 : -1) * 107_999_990;
                rows.speed[row] = 200;
                rows.course[row] = courses[i];
                rows.heading[row] = new int[] {359, 0, 1, 511, 359, 511, 0, 600, 512}[i];
                rows.receivers[row] = 1;
            }

            assertSame(rows, read(SegmentCodec.encode(SHE, rows)), 0, courses.length);
        }

        @Test
        void tellsWhoseItIsAndHowManyRowsItHas() throws SegmentDamaged {
            var segment = SegmentCodec.open(SegmentCodec.encode(SHE, voyage(new Random(2), 300)));

            assertThat(segment.mmsi()).isEqualTo(SHE);
            assertThat(segment.rows()).isEqualTo(300);
        }

        @Test
        void isReadInPartWithoutTheRest() throws SegmentDamaged {
            var rows = voyage(new Random(3), 1000);
            var segment = SegmentCodec.open(SegmentCodec.encode(SHE, rows));
            var part = new TrackColumns(16);

            segment.read(rows.epochMillis[400], rows.epochMillis[449], part);

            assertSame(rows, part, 400, 50);
        }

        /// Against looking at all rows, with times that come several times over.
        @Test
        void tellsWhatWasHeardLastBeforeATimeAndFirstAfterIt() throws SegmentDamaged {
            var random = new Random(8);
            for (int round = 0; round < 300; round++) {
                int n = 1 + random.nextInt(500);
                var rows = voyage(random, n);
                long time = NOON;
                for (int row = 0; row < n; row++) {
                    rows.epochMillis[row] = time += random.nextInt(3) * 1_000L;
                }
                var segment = SegmentCodec.open(SegmentCodec.encode(SHE, rows));
                long at = NOON - 1_000 + random.nextInt(n * 1_000 + 2_000);
                var found = new TrackColumns(1);
                segment.around(at, found);

                long last = Long.MIN_VALUE;
                long first = Long.MAX_VALUE;
                for (int row = 0; row < n; row++) {
                    if (rows.epochMillis[row] <= at) {
                        last = rows.epochMillis[row];
                    } else {
                        first = Math.min(first, rows.epochMillis[row]);
                    }
                }
                var wanted = new TrackColumns(1);
                for (int row = 0; row < n; row++) {
                    if (rows.epochMillis[row] == last || rows.epochMillis[row] == first) {
                        wanted.add(rows, row);
                    }
                }
                assertThat(found.size()).isEqualTo(wanted.size());
                assertSame(wanted, found, 0, wanted.size());
            }
        }

        @Test
        void isMetOnlyWhereItsBlocksWere() throws SegmentDamaged {
            var rows = new TrackColumns(256);
            for (int i = 0; i < 256; i++) {
                int row = rows.add();
                rows.epochMillis[row] = NOON + i * 60_000L;
                rows.latitude[row] = i < 128 ? 0 : 30_000_000;
                rows.receivers[row] = 1;
            }
            var segment = SegmentCodec.open(SegmentCodec.encode(SHE, rows));
            long end = NOON + 255 * 60_000L;

            assertThat(segment.mayMeet(NOON, end, -5, 5, -5, 5)).isTrue();
            assertThat(segment.mayMeet(NOON, end, 10_000_000, 20_000_000, -5, 5)).isFalse();
            assertThat(segment.mayMeet(NOON + 130 * 60_000L, end, -5, 5, -5, 5)).isFalse();
        }

        /// A ship under way, a report every ten seconds, GPS to a few metres: a column that is no
        /// longer predicted would show here. The plain struct is 27 bytes.
        @Test
        void takesFewBytesForAShipUnderWay() {
            byte[] bytes = SegmentCodec.encode(SHE, voyage(new Random(4), 4096));

            assertThat(bytes.length / 4096.0).isLessThan(4.5);
        }

        @Test
        void takesNextToNothingForAShipThatLiesStill() {
            var rows = new TrackColumns(4096);
            for (int i = 0; i < 4096; i++) {
                int row = rows.add();
                rows.epochMillis[row] = NOON + i * 180_000L;
                rows.status[row] = 5;
                rows.receivers[row] = 1;
            }

            assertThat(SegmentCodec.encode(SHE, rows).length / 4096.0).isLessThan(0.3);
        }

        /// What is stored outlives the program that wrote it: rows of every way to predict a place
        /// have become these bytes since the layout is what it is.
        @Test
        void isWrittenAsItAlwaysWas() throws SegmentDamaged {
            var random = new Random(20_261_126);
            var crc = new CRC32C();
            for (int round = 0; round < 60; round++) {
                var rows = sailed(random, 1 + random.nextInt(600), round % 4);
                byte[] bytes = SegmentCodec.encode(SHE, rows);
                crc.update(bytes);

                assertSame(rows, read(bytes), 0, rows.size());
            }

            assertThat(crc.getValue()).isEqualTo(GOLDEN);
        }

        @Test
        void isNotWrittenOutOfOrder() {
            var rows = voyage(new Random(5), 2);
            rows.epochMillis[1] = rows.epochMillis[0] - 1;

            assertThatThrownBy(() -> SegmentCodec.encode(SHE, rows))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("row 1");
        }
    }

    @Nested
    class DamagedBytes {

        private final byte[] whole = SegmentCodec.encode(SHE, voyage(new Random(6), 300));

        @Test
        void areFoundByEverySingleFlippedBit() {
            for (int bit = 0; bit < whole.length * 8; bit++) {
                byte[] flipped = whole.clone();
                flipped[bit >> 3] ^= (byte) (1 << (bit & 7));

                assertThatThrownBy(() -> read(flipped)).isInstanceOf(SegmentDamaged.class);
            }
        }

        @Test
        void areFoundWhereverTheyAreCutShort() {
            for (int length = 0; length < whole.length; length++) {
                byte[] cut = Arrays.copyOf(whole, length);

                assertThatThrownBy(() -> read(cut)).isInstanceOf(SegmentDamaged.class);
            }
        }

        /// With the checksum made to fit, which chance alone does not do.
        @Test
        void neverFailInAnyOtherWay() {
            var random = new Random(7);
            for (int round = 0; round < 20_000; round++) {
                byte[] bytes = whole.clone();
                for (int flips = random.nextInt(1, 5); flips > 0; flips--) {
                    bytes[random.nextInt(10, bytes.length)] = (byte) random.nextInt();
                }
                seal(bytes);
                try {
                    assertThat(read(bytes)).isNotNull();
                } catch (SegmentDamaged expected) {
                    assertThat(expected).hasMessageMatching("(?s).+");
                }
            }
        }

        private static void seal(byte[] bytes) {
            var crc = new java.util.zip.CRC32C();
            crc.update(bytes, 6, bytes.length - 6);
            java.nio.ByteBuffer.wrap(bytes).putInt(2, (int) crc.getValue());
        }
    }

    @Nested
    class Numbers {

        @Test
        void takeTheWidthThatCostsLeast() {
            var random = new Random(2_611);
            var bits = new PatchedBits();
            for (int round = 0; round < 2_000; round++) {
                int widest = random.nextInt(1, 57);
                long[] numbers =
                        random.longs(1 + random.nextInt(128), 0, 1L << widest)
                                .map(number -> number >>> random.nextInt(widest))
                                .toArray();
                int least =
                        IntStream.rangeClosed(0, 56)
                                .map(width -> bytesAtWidth(numbers, width))
                                .min()
                                .orElseThrow();

                assertThat(bits.cost(numbers, numbers.length)).isEqualTo(least);
            }
        }

        @Test
        void comeBackAtEveryWidth() throws SegmentDamaged {
            var random = new Random(8);
            var bits = new PatchedBits();
            for (int width = 0; width <= 64; width++) {
                for (int n : new int[] {1, 7, 8, 127}) {
                    long mask = width == 0 ? 0 : -1L >>> (64 - width);
                    long[] numbers =
                            IntStream.range(0, n)
                                    .mapToLong(i -> random.nextLong() & mask)
                                    .toArray();
                    var out = new Output();
                    bits.write(out, numbers, n);
                    long[] back = new long[n];

                    PatchedBits.read(new Input(out.toByteArray(), 0, out.size()), back, n);

                    assertThat(back).isEqualTo(numbers);
                    assertThat(out.size()).isEqualTo(bits.cost(numbers, n));
                }
            }
        }
    }

    /// What numbers take at a width, reckoned number by number.
    private static int bytesAtWidth(long[] numbers, int width) {
        int bytes = 1 + (numbers.length * width + 7) / 8;
        int exceptions = 0;
        for (long number : numbers) {
            int bits = 64 - Long.numberOfLeadingZeros(number);
            if (bits > width) {
                exceptions++;
                bytes += 1 + (bits - width + 6) / 7;
            }
        }
        return exceptions > 127 ? Integer.MAX_VALUE : bytes + (exceptions > 0 ? 1 : 0);
    }

    private static TrackColumns read(byte[] bytes) throws SegmentDamaged {
        var rows = new TrackColumns(16);
        SegmentCodec.open(bytes).read(rows);
        return rows;
    }

    private static int[][] others(TrackColumns rows) {
        return new int[][] {
            rows.speed,
            rows.course,
            rows.heading,
            rows.status,
            rows.rateOfTurn,
            rows.messageType,
            rows.flags,
            rows.receivers
        };
    }

    private static void assertSame(TrackColumns wanted, TrackColumns found, int from, int n) {
        assertThat(found.size()).isEqualTo(n);
        assertThat(Arrays.copyOf(found.epochMillis, n))
                .isEqualTo(Arrays.copyOfRange(wanted.epochMillis, from, from + n));
        assertThat(Arrays.copyOf(found.latitude, n))
                .isEqualTo(Arrays.copyOfRange(wanted.latitude, from, from + n));
        assertThat(Arrays.copyOf(found.longitude, n))
                .isEqualTo(Arrays.copyOfRange(wanted.longitude, from, from + n));
        for (int column = 0; column < 8; column++) {
            assertThat(Arrays.copyOf(others(found)[column], n))
                    .isEqualTo(Arrays.copyOfRange(others(wanted)[column], from, from + n));
        }
    }

    /// Every value the fields can hold, in no relation to each other.
    private static TrackColumns anything(Random random, int n) {
        var rows = new TrackColumns(n);
        long at = random.nextLong(1L << 41);
        for (int i = 0; i < n; i++) {
            int row = rows.add();
            rows.epochMillis[row] = at += random.nextInt(3) == 0 ? 0 : random.nextLong(1L << 33);
            rows.latitude[row] = random.nextInt(-54_000_000, 54_600_001);
            rows.longitude[row] = random.nextInt(-108_000_000, 108_600_001);
            rows.speed[row] = random.nextInt(1024);
            rows.course[row] = random.nextInt(4096);
            rows.heading[row] = random.nextInt(600);
            rows.status[row] = random.nextInt(16);
            rows.rateOfTurn[row] = random.nextInt(-128, 128);
            rows.messageType[row] = random.nextInt(1, 28);
            rows.flags[row] = random.nextInt(4);
            rows.receivers[row] = random.nextInt(1, 100);
        }
        return rows;
    }

    /// In whole numbers only, so that it is the same on every machine.
    ///
    /// @param way 0 by speed and course, 1 lying still, 2 straight on without a course, 3 as 0 with
    ///   times a second off
    private static TrackColumns sailed(Random random, int n, int way) {
        var rows = new TrackColumns(n);
        long at = NOON;
        int latitude = -33_000_000;
        int longitude = 107_900_000;
        int course = random.nextInt(3_600);
        for (int i = 0; i < n; i++) {
            long span = random.nextInt(9) == 0 ? random.nextInt(9_000) * 1_000L : 10_000;
            course = Math.floorMod(course + random.nextInt(-9, 10), 3_600);
            int speed = 120 + random.nextInt(3);
            if (way != 1) {
                long north = DeadReckoning.north(speed, course, span);
                long east = DeadReckoning.east(speed, course, span);
                latitude += DeadReckoning.latitudeUnits(north);
                longitude += DeadReckoning.longitudeUnits(east, latitude);
                longitude = longitude > 108_000_000 ? longitude - 216_000_000 : longitude;
            }
            int row = rows.add();
            rows.epochMillis[row] =
                    (at += span) + (way == 3 ? random.nextInt(2) * Math.min(1_000, span) : 0);
            rows.latitude[row] = latitude + random.nextInt(-3, 4);
            rows.longitude[row] = longitude + random.nextInt(-3, 4);
            rows.speed[row] = way == 2 ? 1_023 : speed;
            rows.course[row] = way == 2 ? 3_600 : course;
            rows.heading[row] = random.nextInt(50) == 0 ? 511 : course / 10;
            rows.rateOfTurn[row] = i / 50 % 3;
            rows.messageType[row] = 1;
            rows.receivers[row] = 1 + random.nextInt(2);
        }
        return rows;
    }

    private static TrackColumns voyage(Random random, int n) {
        var rows = new TrackColumns(n);
        long at = NOON;
        double latitude = 33_000_000;
        double longitude = 107_900_000;
        double course = random.nextDouble() * 3600;
        double speed = 120;
        for (int i = 0; i < n; i++) {
            long span = 10_000L;
            at += span;
            course = (course + random.nextGaussian() * 3 + 3600) % 3600;
            speed = Math.clamp(speed + random.nextGaussian(), 0, 300);
            latitude += speed * span / 3600.0 * Math.cos(Math.toRadians(course / 10));
            longitude +=
                    speed
                            * span
                            / 3600.0
                            * Math.sin(Math.toRadians(course / 10))
                            / Math.cos(Math.toRadians(latitude / 600_000));
            longitude = longitude > 108_000_000 ? longitude - 216_000_000 : longitude;
            int row = rows.add();
            rows.epochMillis[row] = at;
            rows.latitude[row] = (int) (latitude + random.nextGaussian() * 8);
            rows.longitude[row] = (int) (longitude + random.nextGaussian() * 8);
            rows.speed[row] = (int) speed;
            rows.course[row] = (int) course;
            rows.heading[row] = (int) (course / 10) % 360;
            rows.rateOfTurn[row] = i / 50 % 3;
            rows.messageType[row] = 1;
            rows.receivers[row] = 1;
        }
        return rows;
    }
}
