package org.fairlead.nmea;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The quick path must give exactly the answers of the thorough one.
class QuickLineTest {

    @Test
    void answersAsTheThoroughPathDoesForMessagesOfAllTypes() {
        assertSame(bytes(new RandomSentences(1).log(4_000)));
    }

    @Test
    void answersAsTheThoroughPathDoesForDamagedLines() {
        var random = new Random(2);
        var good = bytes(new RandomSentences(2).log(400));
        for (var round = 0; round < 300; round++) {
            assertSame(damaged(good, random));
        }
    }

    @Test
    void answersAsTheThoroughPathDoesBehindTagBlocksOfAllForms() {
        assertSame(bytes(new RandomSentences(3).taggedLog(4_000)));
    }

    @Test
    void answersAsTheThoroughPathDoesForDamagedTagBlocks() {
        var random = new Random(5);
        var good = bytes(new RandomSentences(5).taggedLog(300));
        for (var round = 0; round < 300; round++) {
            assertSame(damaged(good, random));
        }
    }

    @Test
    void answersAsTheThoroughPathDoesForDamageUnderRightChecksums() {
        var random = new Random(6);
        for (var round = 0; round < 100; round++) {
            var good = new RandomSentences(100 + round).taggedLog(60).lines().toList();
            var text = new StringBuilder();
            for (var line : good) {
                text.append(random.nextInt(3) == 0 ? repaired(line, random) : line).append('\n');
            }
            assertSame(bytes(text.toString()));
        }
    }

    @Test
    void doesNotReadOnBehindTheEndOfTheBytes() {
        var text = bytes(new RandomSentences(7).taggedLog(40));
        for (var end = 0; end < text.length; end++) {
            var reader = new AisColumnReader();
            var columns = new AisColumns(200);
            var alone = new AisColumnReader();
            var aloneColumns = new AisColumns(200);

            // What was there before, as in a buffer that is used again and again.
            var consumed = reader.read(text, 0, end, false, columns);

            assertThat(consumed)
                    .isEqualTo(alone.read(Arrays.copyOf(text, end), 0, end, false, aloneColumns));
            assertThat(reader.counts()).isEqualTo(alone.counts());
            var read = new String(text, 0, end, StandardCharsets.ISO_8859_1);
            for (var source = 0; source < reader.sources(); source++) {
                assertThat(read).contains("s:" + reader.sourceName(source));
            }
        }
    }

    @Test
    void answersAsTheThoroughPathDoesForAMixtureOfLines() {
        assertSame(Lines.mixture());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aishub-3min-part1-40k.nmea",
                "dma-2013-pghp-part1.nmea",
                "exactearth-sat-2012-1.nmea",
                "exactearth-tagblock.nmea",
                "kystverket-tagblock-1k.nmea",
                "dma-drift-212123000.nmea",
                "gfw-bad-type5.nmea",
                "gpsd-ais-nmea.nmea"
            })
    void answersAsTheThoroughPathDoesForRecordedTraffic(String file) throws IOException {
        assertSame(Files.readAllBytes(RealData.file(file)));
    }

    @Test
    void readsMostLinesOfPlainTraffic() {
        var text = bytes((Lines.bare(Lines.of(Lines.POSITION).getFirst()) + "\n").repeat(10));
        var decoder = new LineDecoder(ReaderLimits.DEFAULT, (line, offset, reason, at) -> {});
        var columns = new AisColumns(10);

        var next = new QuickLine(decoder, 4_096).read(text, 0, text.length / 2, 1, 0, columns);

        assertThat(next).isEqualTo(text.length / 2);
        assertThat(columns.size()).isEqualTo(5);
    }

    @Test
    void readsTheCommonFormsWithoutTheThoroughPath() {
        var report = "!AIVDM,1,1,,A,13HOI:0P0000VOHLCnHQKwvL05Ip,0*23";
        var tag = Lines.sentence("s:r003669930,c:1700000000").substring(1);

        assertAllQuick((report + "\n").repeat(5), 5);
        assertAllQuick((report + "\r\n").repeat(5), 5);
        assertAllQuick(("\\" + tag + "\\" + report + "\n").repeat(5), 5);
        var time = Lines.sentence("c:1700000000").substring(1);
        assertAllQuick(("\\" + time + "\\" + report + "\n").repeat(5), 5);
    }

    @Test
    void readsChecksumsInLowerCaseWithoutTheThoroughPath() {
        assertAllQuick("!AIVDM,1,1,,A,13HOI:0P0000VOHLCnHQKwvL05I9,0*6a\n", 1);
    }

    @Test
    void readsMessagesInTwoWithoutTheThoroughPath() {
        var two = new RandomSentences(8).of(5);
        var first = Lines.sentence("g:1-2-77,s:r003669930,c:1700000000").substring(1);
        var second = Lines.sentence("g:2-2-77").substring(1);

        assertAllQuick((two.get(0) + "\n" + two.get(1) + "\n").repeat(4), 8);
        assertAllQuick(
                ("\\%s\\%s\n\\%s\\%s\n".formatted(first, two.get(0), second, two.get(1))).repeat(4),
                8);
    }

    @Test
    void readsMessagesInTwoOfFeedsThatNameNoStation() {
        var two = new RandomSentences(8).of(5);
        var first = Lines.sentence("g:1-2-77,c:1700000000").substring(1);
        var second = Lines.sentence("g:2-2-77,c:1700000000").substring(1);
        var later = Lines.sentence("g:2-2-77,c:1700000001").substring(1);
        var pair = "\\%s\\%s\n\\%s\\%s\n";
        var same = pair.formatted(first, two.get(0), second, two.get(1));
        var different = pair.formatted(first, two.get(0), later, two.get(1));

        assertAllQuick(same.repeat(4), 8);
        assertSame(bytes(same.repeat(4) + different.repeat(4)));
    }

    @Test
    void readsPartsThatStandApartWithoutTheThoroughPath() {
        var report = "!AIVDM,1,1,,A,13HOI:0P0000VOHLCnHQKwvL05Ip,0*23";
        var two = new RandomSentences(8).of(5);
        var apart = two.get(0) + "\n" + report + "\n" + two.get(1) + "\n";
        var turned = two.get(1) + "\n" + two.get(0) + "\n";
        var payload = "55NPPA400001L@;GCSM1V1HTp4V1<Thu8D00000l2@R5340Ht00000000000000000000000";
        var three = new ArrayList<String>();
        for (var part = 1; part <= 3; part++) {
            var text = payload.substring(24 * part - 24, 24 * part);
            three.add(Lines.sentence("AIVDM,3,%d,4,B,%s,0".formatted(part, text)) + "\n");
        }
        var turnedThree = three.get(1) + three.get(2) + three.get(0);

        assertAllQuick(apart + turned + turnedThree, 8);
        assertSame(bytes((apart + turned + turnedThree + three.get(1)).repeat(3)));
        assertSame(bytes(turnedThree.replace(",B,", ",C,") + three.get(0).replace('B', '!')));
    }

    @Test
    void answersAsTheThoroughPathDoesForPartsThatNeverEnd() {
        var random = new Random(9);
        for (var round = 0; round < 20; round++) {
            var text = new StringBuilder();
            for (var line = 0; line < 3_000; line++) {
                text.append(part(random)).append(random.nextInt(9) == 0 ? "\r\n" : "\n");
            }
            assertSame(bytes(text.toString()));
            assertSame(damaged(bytes(text.toString()), random));
        }
    }

    /// A part of up to 80 characters; few enough are possible that some messages become whole.
    private static String part(Random random) {
        var total = 2 + random.nextInt(random.nextBoolean() ? 1 : 8);
        // X is no armour.
        var characters = random.nextInt(8) == 0 ? "05BWUX`ahw" : "05BWU`ahw";
        var payload = new StringBuilder();
        for (var i = random.nextInt(random.nextInt(10) == 0 ? 80 : 30); i > 0; i--) {
            payload.append(characters.charAt(random.nextInt(characters.length())));
        }
        var sentence =
                Lines.sentence(
                        "AIVDM,%d,%d,%d,%c,%s,%d"
                                .formatted(
                                        total,
                                        1 + random.nextInt(total),
                                        random.nextInt(3),
                                        "AB".charAt(random.nextInt(2)),
                                        payload,
                                        random.nextInt(random.nextInt(9) == 0 ? 10 : 6)));
        return random.nextInt(12) == 0 ? sentence.toLowerCase(Locale.ROOT) : sentence;
    }

    @Test
    void readsSentencesWithoutAChannelWithoutTheThoroughPath() {
        var line = "!AIVDM,1,1,,,13P7Bj0P0B08Gn6MfqkGwgvP2@9A,0*65\n";

        assertAllQuick(line.repeat(5), 5);
        assertSame(bytes(line.repeat(5)));
        assertSame(bytes(line.replace("*65", "*64").repeat(5)));
    }

    private static void assertAllQuick(String lines, int count) {
        var text = Arrays.copyOf(bytes(lines), lines.length() + 256);
        var decoder = new LineDecoder(ReaderLimits.DEFAULT, (line, offset, reason, at) -> {});
        var quick = new QuickLine(decoder, 4_096);

        var next = quick.read(text, 0, lines.length(), 1, 0, new AisColumns(10));

        assertThat(next).isEqualTo(lines.length());
        assertThat(quick.lines()).isEqualTo(count);
    }

    /// A line with one of its characters exchanged, and its checksums made right again.
    private static String repaired(String line, Random random) {
        var text = new StringBuilder(line.strip());
        var at = random.nextInt(text.length());
        var instead = "*,!\\$\0\nx09AVg:-w`X";
        text.setCharAt(at, instead.charAt(random.nextInt(instead.length())));
        var out = new StringBuilder();
        var sentence = text.lastIndexOf("!");
        if (text.length() > 0 && text.charAt(0) == '\\') {
            var close = text.lastIndexOf("\\", Math.max(1, sentence));
            var star = text.lastIndexOf("*", Math.max(1, close));
            if (close > star && star > 0) {
                out.append('\\')
                        .append(Lines.sentence(text.substring(1, star)).substring(1))
                        .append('\\');
            }
        }
        var star = text.lastIndexOf("*");
        return sentence >= 0 && star > sentence
                ? out.append(Lines.sentence(text.substring(sentence + 1, star))).toString()
                : text.toString();
    }

    private static void assertSame(byte[] text) {
        var thorough = lineByLine(text);
        assertThat(transcript(text, text.length + 256, 64)).isEqualTo(thorough);
        // In a pass as long as that there is more than one batch of rows.
        assertThat(transcript(text, text.length + 256, 2_000)).isEqualTo(thorough);
    }

    private static byte[] damaged(byte[] good, Random random) {
        var text = good.clone();
        for (var i = random.nextInt(60); i >= 0; i--) {
            var at = random.nextInt(text.length);
            switch (random.nextInt(4)) {
                case 0 -> text[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> text[at] = '\n';
                case 2 -> text[at] = (byte) "*,!\\$\0".charAt(random.nextInt(6));
                default -> {
                    // Two lines become one.
                    var end = at;
                    while (end < text.length && text[end] != '\n') {
                        end++;
                    }
                    if (end < text.length) {
                        text[end] = ' ';
                    }
                }
            }
        }
        return text;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<String> transcript(byte[] text, int room, int capacity) {
        var buffer = Arrays.copyOf(text, room);
        // What stands behind the bytes must not matter.
        Arrays.fill(buffer, text.length, room, (byte) '*');
        var reader = new AisColumnReader();
        var found = new ArrayList<String>();
        var columns = new AisColumns(capacity);
        var at = 0;
        while (at < text.length) {
            columns.clear();
            at += reader.read(buffer, at, text.length, true, columns);
            tell(reader, columns, found);
        }
        found.add(reader.counts().toString());
        // Kinds are listed pass by pass.
        found.sort(null);
        return found;
    }

    /// Each line in a buffer of its own leaves the quick path no room.
    private static List<String> lineByLine(byte[] text) {
        var reader = new AisColumnReader();
        var found = new ArrayList<String>();
        var columns = new AisColumns(64);
        var at = 0;
        while (at < text.length) {
            var end = at;
            while (end < text.length && text[end] != '\n') {
                end++;
            }
            end = Math.min(text.length, end + 1);
            var line = Arrays.copyOfRange(text, at, end);
            var read = 0;
            while (read < line.length) {
                columns.clear();
                read += reader.read(line, read, line.length, end == text.length, columns);
                tell(reader, columns, found);
            }
            at = end;
        }
        found.add(reader.counts().toString());
        // Kinds are listed pass by pass.
        found.sort(null);
        return found;
    }

    private static void tell(AisColumnReader reader, AisColumns c, List<String> found) {
        var lines = new ArrayList<String>();
        for (var row = 0; row < c.size(); row++) {
            lines.add(
                    "%d position %d %d %d %d %d %d %d %d %d %d %d %d %d %s %s"
                            .formatted(
                                    c.lineNumber[row],
                                    c.byteOffset[row],
                                    c.epochMillis[row],
                                    c.mmsi[row],
                                    c.type[row],
                                    c.latitude[row],
                                    c.longitude[row],
                                    c.speed[row],
                                    c.course[row],
                                    c.heading[row],
                                    c.navigationStatus[row],
                                    c.turn[row],
                                    c.utcSecond[row],
                                    c.repeat[row],
                                    c.transponderClass(row),
                                    source(reader, c.source[row])));
        }
        for (var message = 0; message < c.messages(); message++) {
            lines.add(
                    "%d message %d %d %s %s %s"
                            .formatted(
                                    c.messageLineNumber(message),
                                    c.messageByteOffset(message),
                                    c.messageEpochMillis(message),
                                    c.messageChannel(message),
                                    source(reader, c.messageSource(message)),
                                    c.message(message)));
        }
        for (var reject = 0; reject < c.rejects(); reject++) {
            lines.add(
                    "%d reject %d %s"
                            .formatted(
                                    c.rejectLineNumber(reject),
                                    c.rejectByteOffset(reject),
                                    c.rejectReason(reject)));
        }
        found.addAll(lines);
    }

    private static String source(AisColumnReader reader, int source) {
        return source == AisColumns.SOURCE_ABSENT ? "" : reader.sourceName(source);
    }
}
