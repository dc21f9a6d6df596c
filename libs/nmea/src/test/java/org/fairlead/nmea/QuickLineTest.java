package org.fairlead.nmea;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    private static void assertSame(byte[] text) {
        var quick = transcript(text, text.length + 256);
        var thorough = lineByLine(text);
        assertThat(quick).isEqualTo(thorough);
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

    private static List<String> transcript(byte[] text, int room) {
        var buffer = Arrays.copyOf(text, room);
        // What stands behind the bytes must not matter.
        Arrays.fill(buffer, text.length, room, (byte) '*');
        var reader = new AisColumnReader();
        var found = new ArrayList<String>();
        var columns = new AisColumns(64);
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
                    "%d position %d %d %d %d %d %d %d %d %d %d %d %d %s %s"
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
