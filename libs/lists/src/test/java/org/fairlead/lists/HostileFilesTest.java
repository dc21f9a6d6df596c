package org.fairlead.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fairlead.lists.file.FileFormat;
import org.fairlead.lists.file.Recognition;
import org.fairlead.lists.file.Unpacking;
import org.fairlead.lists.sample.SdnRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFilesTest {

    private static final long LIMIT = 1_000_000;

    @ParameterizedTest
    @ValueSource(strings = {"advanced.xml", "eu.xml", "uk.xml"})
    void aDocumentTypeIsRefusedInEveryXmlFormat(String name) {
        String file = Fixtures.text(name);
        int root = file.indexOf("<", file.indexOf("?>"));
        String hostile =
                file.substring(0, root)
                        + "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                        + file.substring(root);

        assertThat(Fixtures.reason(stripComments(hostile)))
                .contains("a document type or entity")
                .doesNotContain("root:");
    }

    private static String stripComments(String xml) {
        return xml.replaceAll("(?s)<!--.*?-->", "")
                .replaceFirst("<!DOCTYPE(.*?)\\]>", "<!DOCTYPE$1]>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"advanced.xml", "eu.xml", "uk.xml", "uk-long.csv", "eu.csv", "ftm.json"})
    void aFileCutAnywhereIsRefusedOrReadAndNeverFails(String name) {
        byte[] whole = Fixtures.bytes(name);
        for (int length = 1; length < whole.length; length += 97) {
            byte[] cut = Arrays.copyOf(whole, length);
            var format = Recognition.of(cut);
            if (format.isPresent() && format.get().mediaType().equals("application/xml")) {
                assertThat(Fixtures.read(cut)).isInstanceOf(Reading.Refused.class);
            } else if (format.isPresent()) {
                assertThat(Fixtures.read(cut)).isNotNull();
            }
        }
    }

    @Test
    void seededNoiseInAFileNeverFailsTheReader() {
        var random = new Random(7);
        for (String name :
                List.of("advanced.xml", "eu.xml", "uk.xml", "uk-long.csv", "eu.csv", "ftm.json")) {
            for (int round = 0; round < 60; round++) {
                byte[] file = Fixtures.bytes(name);
                for (int i = 0; i < 4; i++) {
                    file[200 + random.nextInt(file.length - 200)] = (byte) random.nextInt(256);
                }
                if (Recognition.of(file).isPresent()) {
                    assertThat(Fixtures.read(file)).isNotNull();
                }
            }
        }
    }

    @Test
    void anElementNestedWithoutEndIsRefused() {
        String deep = "<Designations><Designation>" + "<a>".repeat(10_000);

        assertThat(Fixtures.reason(deep)).contains("elements nested too deep");
    }

    @Test
    void aSmallArchiveThatUnpacksToALargeFileIsRefusedAtTheLimit() throws IOException {
        byte[] bomb = gzip(new byte[50_000_000]);

        assertThat(bomb.length).isLessThan(100_000);
        assertThatThrownBy(() -> unpack(bomb))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage("unpacked more than 1000000 bytes");
        assertThatThrownBy(() -> unpack(zip(Map.of("sdn.csv", new byte[50_000_000]))))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage("unpacked more than 1000000 bytes");
    }

    @Test
    void gzipAndAZipOfOneFileGiveTheFile() throws IOException, UnreadableFile {
        byte[] file = Fixtures.bytes("eu.xml");

        assertThat(unpack(gzip(file))).isEqualTo(file);
        assertThat(unpack(zip(Map.of("some/eu.xml", file)))).isEqualTo(file);
        assertThat(unpack(file)).isEqualTo(file);
    }

    @Test
    void aDamagedArchiveIsRefused() throws IOException {
        byte[] whole = gzip(Fixtures.bytes("eu.xml"));

        assertThatThrownBy(() -> unpack(Arrays.copyOf(whole, whole.length / 2)))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage("the archive is damaged or cut short");
    }

    @Test
    void theSameTablesAreTheSameBytesWhoeverPackedThem() throws IOException, UnreadableFile {
        var sdn = SdnRows.file(SdnRows.entity(36, "A")).getBytes(StandardCharsets.US_ASCII);
        var alt = "36,1,\"aka\",\"B\",-0- \r\n".getBytes(StandardCharsets.US_ASCII);

        byte[] one = unpack(zip(new TreeMap<>(Map.of("sdn.csv", sdn, "alt.csv", alt))));
        byte[] other = unpack(zip(new TreeMap<>(Map.of("x/SDN.CSV", sdn, "y/ALT.CSV", alt))));

        assertThat(one).isEqualTo(other);
        assertThat(Recognition.of(one)).contains(FileFormat.OFAC_CSV_SET);
        assertThat(Fixtures.whole(one).listings().getFirst().aliases()).containsExactly("B");
    }

    @Test
    void tablesOfDifferentDaysAreNeverJoined() throws IOException, UnreadableFile {
        var sdn = SdnRows.file(SdnRows.entity(36, "A")).getBytes(StandardCharsets.US_ASCII);
        var alt = "37,1,\"aka\",\"B\",-0- \r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] set = unpack(zip(new TreeMap<>(Map.of("sdn.csv", sdn, "alt.csv", alt))));

        assertThat(((Reading.Refused) Fixtures.read(set)).reason())
                .isEqualTo(
                        "alt.csv line 1: entry 37 is not in the main table: these files are of different days");
    }

    @Test
    void remarksCutAtAThousandCharactersGoOnInTheComments() throws IOException, UnreadableFile {
        var sdn =
                SdnRows.file(SdnRows.vessel(36, "A", "MMSI 5724"))
                        .getBytes(StandardCharsets.US_ASCII);
        var comments =
                "36,\"69210; Vessel Registration Identification IMO 9187629.\"\r\n"
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] set =
                unpack(zip(new TreeMap<>(Map.of("sdn.csv", sdn, "sdn_comments.csv", comments))));

        var ship = Fixtures.whole(set).listings().getFirst();
        assertThat(ship.vessel().mmsi()).isEqualTo("572469210");
        assertThat(ship.vessel().imo()).isEqualTo("9187629");
    }

    @Test
    void aPageOfAServerInTroubleIsNoList() {
        assertThat(
                        Recognition.of(
                                "<!DOCTYPE html><html><body>403</body></html>"
                                        .getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(Recognition.of(new byte[0])).isEmpty();
        assertThat(Recognition.of(new byte[] {1, 2, 3, 4})).isEmpty();
    }

    @Test
    void aHugeFileIsReadInAStream() throws IOException {
        String entry =
                Fixtures.text("eu.xml")
                        .replaceAll(
                                "(?s).*?(<sanctionEntity designationDate.*?</sanctionEntity>).*",
                                "$1");
        int count = 60_000;
        InputStream head =
                new ByteArrayInputStream(
                        "<export generationDate=\"2024-12-11\">".getBytes(StandardCharsets.UTF_8));
        var files = new ArrayList<InputStream>(List.of(head));
        for (int i = 0; i < count; i++) {
            files.add(
                    new ByteArrayInputStream(
                            entry.replace("logicalId=\"14\"", "logicalId=\"x" + i + "\"")
                                    .getBytes(StandardCharsets.UTF_8)));
        }
        files.add(new ByteArrayInputStream("</export>".getBytes(StandardCharsets.UTF_8)));

        var read =
                FileFormat.EU_XML
                        .reader()
                        .read(new SequenceInputStream(Collections.enumeration(files)));

        assertThat(((Reading.Read) read).listings()).hasSize(count);
    }

    private static byte[] unpack(byte[] file) throws IOException, UnreadableFile {
        var out = new ByteArrayOutputStream();
        Unpacking.unpack(new ByteArrayInputStream(file), out, LIMIT);
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] file) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(file);
        }
        return out.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return out.toByteArray();
    }
}
