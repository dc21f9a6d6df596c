package org.fairlead.lists;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// A ship in each of the formats whose publishers' files are not part of the project.
class HandMadeFilesTest {

    @Nested
    class OfacsEnhancedXml {

        private static final String FILE =
                """
                <?xml version="1.0" encoding="utf-8"?>
                <sanctionsData xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ENHANCED_XML">
                  <publicationInfo><dataAsOf>2024-08-28T10:00:00-04:00</dataAsOf></publicationInfo>
                  <referenceValues>
                    <referenceValue refId="1"><type>LIST</type><value>SDN List</value></referenceValue>
                    <referenceValue refId="2"><type>ENTITY TYPE</type><value>Vessel</value></referenceValue>
                  </referenceValues>
                  <entities>
                    <entity id="37059">
                      <generalInfo><entityType refId="2">Vessel</entityType></generalInfo>
                      <sanctionsLists>
                        <sanctionsList refId="1" datePublished="2022-05-08">SDN List</sanctionsList>
                        <sanctionsList refId="1" datePublished="2020-01-01">Consolidated List</sanctionsList>
                      </sanctionsLists>
                      <sanctionsPrograms><sanctionsProgram refId="1">RUSSIA-EO14024</sanctionsProgram></sanctionsPrograms>
                      <names>
                        <name><isPrimary>true</isPrimary><isLowQuality>false</isLowQuality>
                          <translations>
                            <translation><script>Latin</script><formattedFullName>ANGARA</formattedFullName></translation>
                            <translation><script>Cyrillic</script><formattedFullName>Ангара</formattedFullName></translation>
                          </translations></name>
                        <name><isPrimary>false</isPrimary><isLowQuality>true</isLowQuality><aliasType refId="1">F.K.A.</aliasType>
                          <translations><translation><script>Latin</script><formattedFullName>ALPHA</formattedFullName></translation></translations></name>
                      </names>
                      <features>
                        <feature><type refId="1">Vessel Flag</type><value>Russia</value></feature>
                        <feature><type refId="1">Former Vessel Flag</type><value>Malta</value></feature>
                      </features>
                      <identityDocuments>
                        <identityDocument><type refId="1">Vessel Registration Identification</type><documentNumber>IMO 9179842</documentNumber></identityDocument>
                      </identityDocuments>
                      <relationships>
                        <relationship><type refId="1">Owned or Controlled By</type><relatedEntity entityId="36990">M LEASING LLC</relatedEntity></relationship>
                      </relationships>
                    </entity>
                  </entities>
                </sanctionsData>
                """;

        @Test
        void hasTheDateOfTheListItIsOnAndItsOwner() {
            var ship = Fixtures.entry(Fixtures.whole(bytes(FILE)), "37059");

            assertThat(ship.name()).isEqualTo("ANGARA");
            assertThat(ship.aliases()).containsExactly("Ангара", "ALPHA");
            assertThat(ship.vessel().imos()).containsExactly("9179842");
            assertThat(ship.vessel().flags()).containsExactly("Russia");
            assertThat(ship.vessel().formerFlags()).containsExactly("Malta");
            assertThat(ship.vessel().owner()).isEqualTo("M LEASING LLC");
            assertThat(ship.vessel().parties().getFirst().sourceId()).isEqualTo("36990");
            assertThat(ship.listedOn()).isEqualTo(LocalDate.parse("2022-05-08"));
        }

        @Test
        void namesElementAndLineOfAFault() {
            assertThat(Fixtures.reason(FILE.replace(">Vessel</entityType>", ">Boat</entityType>")))
                    .contains("entity")
                    .contains("line 9")
                    .contains("the entityType \"Boat\" is not known");
        }
    }

    @Nested
    class OfsisList {

        private static final String HEADER =
                "Last Updated,10/04/2025\nName 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,Name Non-Latin Script,Non-Latin Script Type,Non-Latin Script Language,DOB,Town of Birth,Country of Birth,Nationality,Passport Number,Passport Details,National Identification Number,National Identification Details,Position,Address 1,Address 2,Address 3,Address 4,Address 5,Address 6,Post/Zip Code,Country,Other Information,Group Type,Alias Type,Alias Quality,Regime,Listed On,UK Sanctions List Date Designated,Last Updated,Group ID\n";
        private static final String SHIP =
                ",,,,,,,,,,,,,,,,,,,,,,,,,,,\"(IMO number):9179842 (Current owners):M Leasing LLC (Flag of ship):Russia (Previous flags):Malta (Type of ship):Ro-ro\",Ship,";
        private static final String FILE =
                HEADER
                        + "ANGARA"
                        + SHIP
                        + "Primary name,,Russia,31/07/2024,31/07/2024,31/07/2024,16590\n"
                        + "ALPHA"
                        + SHIP
                        + "AKA,Low quality,Russia,31/07/2024,31/07/2024,31/07/2024,16590\n";

        @Test
        void putsTheRowsOfAShipTogetherAndReadsItsFactsOutOfTheText() {
            var file = Fixtures.whole(bytes(FILE));

            assertThat(file.publishedAt()).isEqualTo("2025-04-10T00:00:00Z");
            var ship = Fixtures.entry(file, "16590");
            assertThat(ship.type()).isEqualTo("vessel");
            assertThat(ship.name()).isEqualTo("ANGARA");
            assertThat(ship.aliases()).containsExactly("ALPHA");
            assertThat(ship.vessel().imos()).containsExactly("9179842");
            assertThat(ship.vessel().owner()).isEqualTo("M Leasing LLC");
            assertThat(ship.vessel().formerFlags()).containsExactly("Malta");
            assertThat(ship.listedOn()).isEqualTo(LocalDate.parse("2024-07-31"));
        }

        @Test
        void namesLineAndColumnOfAFault() {
            assertThat(Fixtures.reason(FILE.replaceFirst("31/07/2024", "soon")))
                    .contains("line 3")
                    .contains("Listed On")
                    .contains("no date: soon");
        }
    }

    @Nested
    class CanadasList {

        private static final String FILE =
                """
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <data-set>
                  <record><Country>Russia / Russie</Country><EntityOrShip>ANGARA</EntityOrShip><TitleOrShip>Cargo ship</TitleOrShip>
                    <ShipIMONumber>9179842</ShipIMONumber><DateOfBirthOrShipBuildDate>1999</DateOfBirthOrShipBuildDate>
                    <Aliases>ALPHA; BETA</Aliases><Schedule>1.1</Schedule><Item>7</Item><DateOfListing>2024-02-23</DateOfListing></record>
                  <record><Country>Russia / Russie</Country><LastName>Ivanov</LastName><GivenName>Ivan</GivenName>
                    <DateOfBirthOrShipBuildDate>1972</DateOfBirthOrShipBuildDate><Schedule>1, Part 1</Schedule><Item>2</Item><DateOfListing>2020-09-28</DateOfListing></record>
                </data-set>
                """;

        @Test
        void tellsAShipFromAPersonAndGivesBothAnId() {
            var file = Fixtures.whole(bytes(FILE));

            var ship = Fixtures.entry(file, "Russia:1.1:7");
            assertThat(ship.type()).isEqualTo("vessel");
            assertThat(ship.vessel().imos()).containsExactly("9179842");
            assertThat(ship.vessel().build().yearBuilt()).isEqualTo("1999");
            assertThat(ship.aliases()).containsExactly("ALPHA", "BETA");
            assertThat(ship.listedOn()).isEqualTo(LocalDate.parse("2024-02-23"));
            var person = Fixtures.entry(file, "Russia:1-Part-1:2");
            assertThat(person.name()).isEqualTo("Ivan Ivanov");
            assertThat(person.party().birthDates()).containsExactly("1972");
        }

        @Test
        void namesElementAndLineOfAFault() {
            assertThat(Fixtures.reason(FILE.replace("2020-09-28", "28 September")))
                    .contains("record")
                    .contains("line 6")
                    .contains("DateOfListing is no date: 28 September");
        }
    }

    /// The UK's spreadsheet has the columns of its CSV.
    @Nested
    class TheUksSpreadsheet {

        @Test
        void saysWhatTheCsvSays() throws Exception {
            var csv = Fixtures.bytes("uk-long.csv");

            var ods = Fixtures.whole(ods(csv, ""));

            assertThat(ods.listings()).isEqualTo(Fixtures.whole(csv).listings());
        }

        @Test
        void namesTheRowOfAFault() throws Exception {
            byte[] file = ods(Fixtures.bytes("uk-long.csv"), "<table:table-row><table:table-cell>");

            assertThat(((Reading.Refused) Fixtures.read(file)).reason()).contains("row");
        }

        /// @param broken written where the sheet should end
        private static byte[] ods(byte[] csv, String broken) throws IOException {
            var sheet = new StringBuilder();
            for (List<String> cells : cells(csv)) {
                sheet.append("<table:table-row>")
                        .append(
                                cells.stream()
                                        .map(HandMadeFilesTest::cell)
                                        .collect(Collectors.joining()))
                        .append("</table:table-row>");
            }
            String content =
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet><table:table>"
                            + sheet
                            + broken
                            + "</table:table></office:spreadsheet></office:body></office:document-content>";
            var file = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(file)) {
                // First and not packed, as OpenDocument has it: by that it is known.
                byte[] type = bytes("application/vnd.oasis.opendocument.spreadsheet");
                var checksum = new CRC32();
                checksum.update(type);
                var entry = new ZipEntry("mimetype");
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(type.length);
                entry.setCrc(checksum.getValue());
                zip.putNextEntry(entry);
                zip.write(type);
                zip.putNextEntry(new ZipEntry("content.xml"));
                zip.write(bytes(content));
            }
            return file.toByteArray();
        }
    }

    private static List<List<String>> cells(byte[] csv) throws IOException {
        return CsvMapper.builder()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .build()
                .readerForListOf(String.class)
                .<List<String>>readValues(csv)
                .readAll();
    }

    private static String cell(String text) {
        return "<table:table-cell><text:p>"
                + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                + "</text:p></table:table-cell>";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
