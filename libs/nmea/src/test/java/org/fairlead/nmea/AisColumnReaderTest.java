package org.fairlead.nmea;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AisColumnReaderTest {

    /// Short enough that the mixture has a line beyond it.
    private static final ReaderLimits LIMITS =
            new ReaderLimits(200, ReaderLimits.DEFAULT.partTimeout(), 5_000);

    @Test
    void putsAPositionIntoItsColumns() {
        var text = bytes(Lines.of(Lines.POSITION).getFirst() + "\n");
        var columns = new AisColumns(4);
        var reader = new AisColumnReader();

        assertThat(reader.read(text, 0, text.length, true, columns)).isEqualTo(text.length);

        assertThat(columns.size()).isEqualTo(1);
        assertThat(columns.lineNumber[0]).isEqualTo(1);
        assertThat(columns.byteOffset[0]).isZero();
        assertThat(columns.epochMillis[0]).isEqualTo(Lines.NOON.toEpochMilli());
        assertThat(columns.mmsi[0]).isEqualTo(Lines.MMSI);
        assertThat(columns.type[0]).isEqualTo((byte) 1);
        assertThat(columns.latitude[0]).isEqualTo(38_500 * 600);
        assertThat(columns.longitude[0]).isEqualTo(121_250 * 600);
        assertThat(columns.speed[0]).isEqualTo((short) 123);
        assertThat(columns.course[0]).isEqualTo((short) 2715);
        assertThat(columns.heading[0]).isEqualTo((short) 270);
        assertThat(columns.navigationStatus[0]).isZero();
        assertThat(columns.turn[0]).isZero();
        assertThat(columns.utcSecond[0]).isEqualTo((byte) 42);
        assertThat(columns.transponderClass(0)).isEqualTo(TransponderClass.A);
        assertThat(reader.sourceName(columns.source[0])).isEqualTo("test-1");
        assertThat(columns.hasPosition(0)).isTrue();
    }

    @Test
    void scalesLongRangeReportsToTheUnitsOfTheOthers() {
        var bits =
                new PayloadWriter()
                        .number(27, 6)
                        .zeros(2)
                        .number(Lines.MMSI, 30)
                        .zeros(2)
                        .number(5, 4)
                        .number(-1_500, 18)
                        .number(700, 17)
                        .number(12, 6)
                        .number(270, 9)
                        .zeros(2);
        var text = bytes(Lines.sentence("AIVDM,1,1,,A," + bits.armoured() + ",0"));
        var columns = new AisColumns(1);

        assertThat(new AisColumnReader().read(text, 0, text.length, true, columns)).isPositive();

        assertThat(columns.longitude[0]).isEqualTo(-1_500_000);
        assertThat(columns.latitude[0]).isEqualTo(700_000);
        assertThat(columns.speed[0]).isEqualTo((short) 120);
        assertThat(columns.course[0]).isEqualTo((short) 2700);
        assertThat(columns.heading[0]).isEqualTo((short) AisColumns.HEADING_ABSENT);
        assertThat(columns.epochMillis[0]).isEqualTo(AisColumns.TIME_ABSENT);
    }

    @Test
    void readsPositionsWithoutAllocating() {
        var text =
                bytes(
                        (Lines.of(Lines.POSITION).getFirst()
                                        + "\n$PGHP,1,2013,11,12,12,0,0,11,219,,2190067,1,62*26\n")
                                .repeat(2_000));
        var columns = new AisColumns(2_001);
        var reader = new AisColumnReader();
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assertThat(reader.read(text, 0, text.length, false, columns)).isEqualTo(text.length);

        columns.clear();
        var before = threads.getCurrentThreadAllocatedBytes();
        var consumed = reader.read(text, 0, text.length, false, columns);
        var allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(consumed).isEqualTo(text.length);
        assertThat(columns.size()).isEqualTo(2_000);
        // Room for the measurement itself; one object a line would be tens of kilobytes.
        assertThat(allocated).isLessThan(4_000);
    }

    @Test
    void stopsWhenTheColumnsAreFullAndGoesOnWhereItStopped() {
        var text = bytes((Lines.of(Lines.POSITION).getFirst() + "\n").repeat(5));
        var columns = new AisColumns(2);
        var reader = new AisColumnReader();
        var from = 0;
        var rows = new ArrayList<Long>();

        while (from < text.length) {
            from += reader.read(text, from, text.length, true, columns);
            for (var row = 0; row < columns.size(); row++) {
                rows.add(columns.lineNumber[row]);
            }
            columns.clear();
        }

        assertThat(rows).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void passesOverAMarkBeforeTheFirstLine() {
        var text = bytes("\u00EF\u00BB\u00BF" + Lines.of(Lines.POSITION).getFirst() + "\n");
        var columns = new AisColumns(2);

        assertThat(new AisColumnReader().read(text, 0, text.length, true, columns))
                .isEqualTo(text.length);

        assertThat(columns.size()).isEqualTo(1);
        assertThat(columns.rejects()).isZero();
        assertThat(columns.byteOffset[0]).isEqualTo(3);
    }

    @Test
    void aLineBeyondTheLimitIsOneRejectAndNeverBuffered() {
        var reader = new AisColumnReader(LIMITS);
        var columns = new AisColumns(8);
        var chunk = new byte[1_000];
        Arrays.fill(chunk, (byte) 'x');

        for (var i = 0; i < 10_000; i++) {
            assertThat(reader.read(chunk, 0, chunk.length, false, columns)).isEqualTo(chunk.length);
        }
        var rest = bytes("xx\n" + Lines.of(Lines.POSITION).getFirst() + "\n");
        assertThat(reader.read(rest, 0, rest.length, true, columns)).isEqualTo(rest.length);

        assertThat(columns.rejects()).isEqualTo(1);
        assertThat(columns.rejectReason(0)).isEqualTo(Reason.TOO_LONG);
        assertThat(columns.size()).isEqualTo(1);
        assertThat(columns.lineNumber[0]).isEqualTo(2);
        assertThat(columns.byteOffset[0]).isEqualTo(10_000_003);
    }

    @Test
    void inChunksAnswersAsInOnePieceForEverySplit() {
        var text = Lines.mixture();
        var whole = transcript(text, text.length);

        assertThat(whole)
                .anyMatch(l -> l.contains("TOO_LONG"))
                .anyMatch(l -> l.startsWith("identity"));
        for (var split = 1; split < text.length; split++) {
            assertThat(transcript(text, split)).as("split at %d", split).isEqualTo(whole);
        }
        for (var size = 1; size < 40; size++) {
            assertThat(inChunksOf(text, size)).as("chunks of %d", size).isEqualTo(whole);
        }
    }

    @Test
    void givesTheSameCountsAsTheObjectReader() {
        var text = Lines.mixture();
        var columnReader = new AisColumnReader(LIMITS);
        assertThat(columnReader.read(text, 0, text.length, true, new AisColumns(100)))
                .isEqualTo(text.length);

        var reader = new AisReader(LIMITS);
        for (var line : new String(text, StandardCharsets.ISO_8859_1).split("\n", -1)) {
            assertThat(reader.read(line)).isNotNull();
        }
        reader.finish();

        assertThat(columnReader.counts()).isEqualTo(reader.counts());
    }

    @Test
    void neitherFlippedBitsNorGarbageNorTruncationMakeItThrowOrMiscount() {
        var random = new Random(9_187_629);
        var good = Lines.mixture();
        for (var round = 0; round < 3_000; round++) {
            var text = round % 3 == 0 ? garbage(random) : flipped(good, random);
            var length = random.nextInt(text.length + 1);
            var columns = new AisColumns(64);
            var reader = new AisColumnReader(LIMITS);

            assertThat(reader.read(text, 0, length, true, columns)).isEqualTo(length);

            var counts = reader.counts();
            assertThat(counts.lines())
                    .isEqualTo(
                            counts.decoded()
                                    + counts.awaitingParts()
                                    + counts.rejected()
                                    + counts.ignored());
            assertThat(columns.rejects()).isEqualTo((int) counts.rejected());
            assertThat(counts.openParts()).isZero();
        }
    }

    @Test
    void payloadsOfRandomBitsUnderRightChecksumsNeverThrow() {
        var random = new Random(273_000_000);
        var reader = new AisReader();
        for (var round = 0; round < 20_000; round++) {
            var bits = new PayloadWriter().number(random.nextInt(64), 6);
            var length = random.nextInt(500);
            for (var i = 0; i < length; i++) {
                bits.number(random.nextInt(2), 1);
            }
            var line =
                    "AIVDM,%d,%d,%d,A,%s,%d"
                            .formatted(
                                    1 + random.nextInt(3),
                                    1 + random.nextInt(3),
                                    random.nextInt(10),
                                    bits.armoured(),
                                    random.nextInt(6));
            assertThat(reader.read(Lines.sentence(line))).isNotNull();
        }
        reader.finish();
        var counts = reader.counts();
        assertThat(counts.decoded()).isGreaterThan(1_000);
        assertThat(counts.lines())
                .isEqualTo(
                        counts.decoded()
                                + counts.awaitingParts()
                                + counts.rejected()
                                + counts.ignored());
    }

    private static byte[] garbage(Random random) {
        var text = new byte[2_000];
        random.nextBytes(text);
        return text;
    }

    private static byte[] flipped(byte[] good, Random random) {
        var text = good.clone();
        for (var i = random.nextInt(40); i >= 0; i--) {
            text[random.nextInt(text.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return text;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Everything a pass over two pieces found.
    private static List<String> transcript(byte[] text, int split) {
        var reader = new AisColumnReader(LIMITS);
        var found = new ArrayList<String>();
        var consumed = pass(reader, text, 0, split, split == text.length, found);
        if (split < text.length) {
            pass(reader, text, consumed, text.length, true, found);
        }
        found.add(reader.counts().toString());
        return found;
    }

    private static List<String> inChunksOf(byte[] text, int size) {
        var reader = new AisColumnReader(LIMITS);
        var found = new ArrayList<String>();
        var from = 0;
        for (var to = Math.min(size, text.length); ; to = Math.min(to + size, text.length)) {
            from += pass(reader, text, from, to, to == text.length, found);
            if (to == text.length) {
                found.add(reader.counts().toString());
                return found;
            }
        }
    }

    private static int pass(
            AisColumnReader reader,
            byte[] text,
            int from,
            int to,
            boolean isLast,
            List<String> found) {
        var columns = new AisColumns(64);
        var consumed = reader.read(text, from, to, isLast, columns);
        for (var row = 0; row < columns.size(); row++) {
            found.add(
                    "position %d %d %d %d"
                            .formatted(
                                    columns.lineNumber[row],
                                    columns.byteOffset[row],
                                    columns.mmsi[row],
                                    columns.epochMillis[row]));
        }
        columns.statics().forEach(s -> found.add("identity " + s));
        for (var reject = 0; reject < columns.rejects(); reject++) {
            found.add(
                    "reject %d %d %s"
                            .formatted(
                                    columns.rejectLineNumber(reject),
                                    columns.rejectByteOffset(reject),
                                    columns.rejectReason(reject)));
        }
        // Kinds are listed pass by pass, so put them into the order of a whole pass.
        found.sort(null);
        return consumed;
    }
}
