package org.fairlead.cli.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fairlead.bench.traffic.MixedTraffic;
import org.fairlead.nmea.field.Rendering;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodeJobTest {

    private static final String POSITION = "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A";
    private static final String TWO_MESSAGES =
            POSITION + "\n" + POSITION.replace("*4A", "*4B") + "\n# a comment\n" + POSITION + "\n";

    @TempDir private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(directory.resolve(name), bytes);
    }

    private Path file(String name, String text) throws IOException {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private int run(Rendering rendering, String format, Path... files) throws IOException {
        return run(job(rendering, format, Set.of(), Set.of(), null, false, files), out);
    }

    private int run(DecodeJob job, OutputStream to) throws IOException {
        return job.run(to, new PrintStream(messages, true), new PrintStream(told, true));
    }

    private static DecodeJob job(
            Rendering rendering,
            String format,
            Set<Integer> types,
            Set<Integer> mmsis,
            @Nullable Path rejects,
            boolean isStrict,
            Path... files) {
        var names = Stream.of(files).map(Path::toString).toList();
        return new DecodeJob(names, format, rendering, types, mmsis, rejects, false, isStrict);
    }

    private List<JsonNode> objects() {
        var json = new ObjectMapper();
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> {
                    try {
                        return json.readTree(line);
                    } catch (IOException broken) {
                        throw new IllegalStateException(line, broken);
                    }
                })
                .toList();
    }

    @Test
    void writesRawNumbersUnderGpsdsNames() throws IOException {
        assertThat(run(Rendering.RAW, "jsonl", file("a.nmea", POSITION))).isZero();

        assertThat(out)
                .hasToString(
                        "{\"class\":\"AIS\",\"scaled\":false,\"line\":1,\"talker\":\"AI\","
                                + "\"channel\":\"A\",\"type\":1,\"repeat\":0,\"mmsi\":371798000,"
                                + "\"status\":0,\"turn\":-127,\"speed\":123,\"accuracy\":true,"
                                + "\"lon\":-74037230,\"lat\":29028980,\"course\":2240,"
                                + "\"heading\":215,\"second\":33,\"maneuver\":0,\"raim\":false,"
                                + "\"radio\":34017}\n");
    }

    @Test
    void writesValuesWithTheirUnitsAndLeavesOutWhatIsNotAvailable() throws IOException {
        assertThat(run(Rendering.UNITS, "jsonl", file("a.nmea", POSITION))).isZero();

        var message = objects().getFirst();
        assertThat(message.get("speedKnots").doubleValue()).isEqualTo(12.3);
        assertThat(message.get("latitudeDegrees").doubleValue()).isEqualTo(48.381633);
        assertThat(message.get("navigationStatusText").textValue())
                .isEqualTo("under way using engine");
        assertThat(message.has("manoeuvre")).isFalse();
    }

    @Test
    void tellsEachRejectWithLineColumnAndReasonAndCountsThem() throws IOException {
        var file = file("a.nmea", TWO_MESSAGES);

        assertThat(run(Rendering.RAW, "jsonl", file)).isZero();

        assertThat(objects()).extracting(m -> m.get("line").intValue()).containsExactly(1, 4);
        assertThat(told.toString(StandardCharsets.UTF_8))
                .startsWith(file + ":2:45: checksum: The sentence's checksum does not match")
                .endsWith(POSITION.replace("*4A", "*4B") + System.lineSeparator());
        assertThat(messages.toString(StandardCharsets.UTF_8))
                .contains("4 lines: 2 messages, 0 parts of messages, 1 other lines, 1 rejected")
                .contains("rejected checksum: 1");
    }

    @Test
    void failsOnRejectsOnlyWhenAskedTo() throws IOException {
        var file = file("a.nmea", TWO_MESSAGES);
        var strict = job(Rendering.RAW, "jsonl", Set.of(), Set.of(), null, true, file);

        assertThat(run(strict, out)).isEqualTo(DecodeJob.REJECTED);
    }

    @Test
    void writesARowForEachMessageBelowOneHeader() throws IOException {
        assertThat(run(Rendering.UNITS, "csv", file("a.nmea", TWO_MESSAGES))).isZero();

        var rows = out.toString(StandardCharsets.UTF_8).split("\r\n", -1);
        assertThat(rows).hasSize(4);
        assertThat(rows[0]).startsWith("file,line,receivedAt,source,talker,channel,type,repeat");
        assertThat(rows[1])
                .startsWith(
                        ",1,,,AI,A,1,0,371798000,0,-10.0,12.3,true,-123.395383,48.381633,224.0");
        assertThat(rows[3]).isEmpty();
    }

    @Test
    void writesOnlyTheTypesAndSendersAskedFor() throws IOException {
        var log = file("a.nmea", new MixedTraffic(3).clean(2_000));
        var job = job(Rendering.RAW, "jsonl", Set.of(5, 18), Set.of(), null, false, log);

        assertThat(run(job, out)).isZero();

        assertThat(objects())
                .isNotEmpty()
                .allMatch(m -> Set.of(5, 18).contains(m.get("type").intValue()));
        assertThat(messages.toString(StandardCharsets.UTF_8)).contains("messages written");
    }

    @Test
    void namesTheFileWhenThereAreSeveralAndGoesOnAfterOneThatIsMissing() throws IOException {
        var a = file("a.nmea", POSITION);
        var b = file("b.nmea", POSITION);

        assertThat(run(Rendering.RAW, "jsonl", a, directory.resolve("none.nmea"), b))
                .isEqualTo(DecodeJob.UNREADABLE);

        assertThat(objects())
                .extracting(m -> m.get("file").textValue())
                .containsExactly(a.toString(), b.toString());
        assertThat(messages.toString(StandardCharsets.UTF_8))
                .contains("none.nmea: not read to its end: there is no such file");
    }

    @Test
    void endsQuietlyWhenNobodyReadsOn() throws IOException {
        var log = file("a.nmea", new MixedTraffic(3).clean(5_000));
        var closed =
                new OutputStream() {
                    @Override
                    public void write(int octet) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                };

        assertThat(run(job(Rendering.RAW, "jsonl", Set.of(), Set.of(), null, false, log), closed))
                .isZero();
        assertThat(messages.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Nested
    class ACompressedFile {

        private byte[] gzip(String text) throws IOException {
            var bytes = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(bytes)) {
                gzip.write(text.getBytes(StandardCharsets.US_ASCII));
            }
            return bytes.toByteArray();
        }

        @Test
        void isToldByItsFirstBytesWhateverItsName() throws IOException {
            var zipped = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(zipped)) {
                zip.putNextEntry(new ZipEntry("day/one.nmea"));
                zip.write(POSITION.getBytes(StandardCharsets.US_ASCII));
                zip.putNextEntry(new ZipEntry("day/two.nmea"));
                zip.write(POSITION.getBytes(StandardCharsets.US_ASCII));
            }
            var zstd = Zstd.compress(POSITION.getBytes(StandardCharsets.US_ASCII));

            assertThat(
                            run(
                                    Rendering.RAW,
                                    "jsonl",
                                    file("a.gz", gzip(POSITION)),
                                    file("b.nmea", gzip(POSITION)),
                                    file("c.zst", zstd),
                                    file("d", zstd),
                                    file("e.zip", zipped.toByteArray())))
                    .isZero();

            assertThat(objects()).hasSize(6);
        }

        @Test
        void thatIsCutOffGivesWhatCameBeforeAndIsReported() throws IOException {
            var whole = gzip((POSITION + "\n").repeat(5_000));
            var cut = java.util.Arrays.copyOf(whole, whole.length - 20);

            assertThat(run(Rendering.RAW, "jsonl", file("a.gz", cut)))
                    .isEqualTo(DecodeJob.UNREADABLE);

            assertThat(objects()).hasSizeGreaterThan(100);
            assertThat(messages.toString(StandardCharsets.UTF_8)).contains("cut off");
        }

        @Test
        void thatIsNoneInSpiteOfItsNameIsRefused() throws IOException {
            assertThat(run(Rendering.RAW, "jsonl", file("a.gz", POSITION)))
                    .isEqualTo(DecodeJob.UNREADABLE);

            assertThat(messages.toString(StandardCharsets.UTF_8))
                    .contains("it is named .gz and does not begin as such a file does");
        }
    }

    @Test
    void aBarShowsHowFarItIs() {
        assertThat(ProgressBar.text("a.nmea", 500_000, 1_000_000, 10_000, 2))
                .isEqualTo(
                        "a.nmea  [###############---------------]  50 %  10,000 lines, 5,000"
                                + " lines/s, 0.3 MB/s");
        assertThat(ProgressBar.text("standard input", 500_000, 0, 10_000, 2)).doesNotContain("%");
    }
}
