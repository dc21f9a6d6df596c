package org.fairlead.lists.ofac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fairlead.lists.ImoNumber;
import org.fairlead.lists.Listing;
import org.fairlead.lists.Reading;
import org.fairlead.lists.RealFiles;
import org.fairlead.lists.sample.SdnRows;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfacSdnCsvTest {

    private static final String ROW = SdnRows.entity(36, "AEROCARIBBEAN AIRLINES");

    private static Reading read(String file) {
        return read(file.getBytes(StandardCharsets.UTF_8));
    }

    private static Reading read(byte[] file) {
        try {
            return new OfacSdnCsv().read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Listing only(String file) {
        assertThat(read(file)).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) read(file)).listings().getFirst();
    }

    private static String reason(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused) reading).reason();
    }

    @Nested
    class AVessel {

        private final Listing listing =
                only(
                        SdnRows.file(
                                "15036,\"ARTAVIL\",\"vessel\",\"IRAN] [SDGT\",-0- ,\"T2EU4\",\"Tanker\",\"99,144\",\"56,068\",\"Iran\",-0- ,"
                                        + "\"Former Vessel Flag Malta; alt. Former Vessel Flag Tuvalu; alt. Former Vessel Flag None Identified;"
                                        + " Vessel Registration Identification IMO 9187629; MMSI 572469210; f.k.a. 'ALPHA'; a.k.a. 'BETA'; Linked To: NITC.\""));

        @Test
        void hasItsIdentifiersFromTheRemarks() {
            assertThat(listing.vessel().imo()).isEqualTo("9187629");
            assertThat(listing.vessel().mmsi()).isEqualTo("572469210");
            assertThat(listing.aliases()).containsExactly("ALPHA", "BETA");
            assertThat(listing.vessel().formerFlags()).containsExactly("Malta", "Tuvalu");
        }

        @Test
        void keepsWhatTheColumnsSay() {
            assertThat(listing.sourceId()).isEqualTo("15036");
            assertThat(listing.type()).isEqualTo("vessel");
            assertThat(listing.programs()).containsExactly("IRAN", "SDGT");
            assertThat(listing.vessel().callSign()).isEqualTo("T2EU4");
            assertThat(listing.vessel().build().tonnage()).isEqualTo("99,144");
            assertThat(listing.vessel().flag()).isEqualTo("Iran");
            assertThat(listing.vessel().owner()).isNull();
        }
    }

    @Test
    void anIdentifierAtTheEndOfTheRemarksLosesOnlyTheFullStop() {
        var listing =
                only(
                        SdnRows.file(
                                SdnRows.vessel(1, "TIFON", "f.k.a. 'ST. ANNA'; MMSI 272000001.")));

        assertThat(listing.vessel().mmsi()).isEqualTo("272000001");
        assertThat(listing.aliases()).containsExactly("ST. ANNA");
    }

    @ParameterizedTest
    @CsvSource({
        "Vessel Registration Identification IMO  8730455, 8730455",
        "Identification Number IMO 9339301, 9339301",
        "Vessel Registration Identification 8606173, 8606173",
        "Vessel Registration Identification 1541100,",
        "Vessel Registration Identification 15411 (Malta),",
        "Linked To: IMO SHIPPING LLC,",
    })
    void theImoNumberIsFoundInEveryFormItHasHad(String remarks, @Nullable String imo) {
        assertThat(only(SdnRows.file(SdnRows.vessel(1, "A SHIP", remarks + "."))).vessel().imo())
                .isEqualTo(imo);
    }

    @Test
    void aCompanysImoNumberIsNoShips() {
        var listing =
                only(
                        SdnRows.file(
                                "9,\"SOME SHIPPING CO.\",-0- ,\"X\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"Company Number IMO 5342883.\""));

        assertThat(listing.type()).isEqualTo("entity");
        assertThat(listing.vessel().imo()).isNull();
        assertThat(listing.companyImo()).isEqualTo("5342883");
    }

    @Test
    void theEndMarkIsNoEntry() {
        assertThat(((Reading.Read) read(ROW + "\r\n\u001a")).listings()).hasSize(1);
    }

    @Test
    void aFileWithoutTheEndMarkIsReadToItsEnd() {
        assertThat(((Reading.Read) read(ROW + "\r\n" + SdnRows.entity(37, "B"))).listings())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    36,AEROCARIBBEAN,-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-   | line 1: field 2: text without quotes
                    36,"A",-0- ,"CUBA"                                                    | line 1: 4 fields, 12 expected
                    36,"A                                                                 | line 1: field 2: the closing quote is missing
                    x36,"A"                                                               | line 1: does not begin with an entry's number
                    <html><body>403                                                       | line 1: does not begin with an entry's number
                    36,"A""B"x                                                            | line 1: field 3: a comma expected
                    """)
    void aFaultIsNamedWithItsPlace(String file, String reason) {
        assertThat(reason(read(file + "\r\n"))).startsWith(reason);
    }

    @Test
    void aFaultFurtherDownNamesThatLine() {
        assertThat(reason(read(SdnRows.file(ROW, SdnRows.entity(37, "B"), "38,C"))))
                .startsWith("line 3: field 2: text without quotes");
    }

    @Test
    void anUnknownTypeIsRefused() {
        String robot = ROW.replaceFirst("-0- ", "\"robot\"");

        assertThat(reason(read(robot)))
                .isEqualTo("line 1, field 3: the type \"robot\" is not known");
    }

    @Test
    void anIdThatComesTwiceIsRefused() {
        assertThat(reason(read(SdnRows.file(ROW, ROW))))
                .isEqualTo("line 2: the id 36 is there twice");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(reason(read(""))).isEqualTo("the file is empty");
        assertThat(reason(read("\u001a"))).isEqualTo("the file is empty");
    }

    @Test
    void aBinaryFileIsRefused() {
        assertThat(reason(read(new byte[] {'1', 0, 1, 2, (byte) 0xFF})))
                .isEqualTo("line 1: a control character (0x00): not a text file");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] latin1 = ROW.replace("AIRLINES", "AÉRIENNES").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(reason(read(latin1))).isEqualTo("line 1: bytes that are no text");
    }

    @Test
    void aLineOfTenMegabytesIsRefusedAtItsBound() {
        String file = "36,\"" + "A".repeat(10_000_000) + "\"";

        assertThat(reason(read(file))).isEqualTo("line 1: longer than 65536 bytes");
    }

    @Test
    void dataAfterTheEndMarkIsRefused() {
        assertThat(reason(read(ROW + "\r\n\u001a" + ROW)))
                .isEqualTo("line 2: data after the end mark 0x1A");
    }

    @Test
    void aFileCutInTheMiddleOfAFieldIsRefused() {
        String whole = SdnRows.file(ROW, ROW.replace("36,", "37,"));

        assertThat(reason(read(whole.substring(0, whole.length() - 60)))).startsWith("line 2: ");
    }

    @Nested
    class OfTheRealFiles {

        @Test
        void everyEntryOfMay2024IsReadAndEveryImoNumberIsValid() throws IOException {
            var vessels =
                    listings("ofac/sdn_2024-05-03T1843.csv").stream()
                            .filter(listing -> listing.type().equals("vessel"))
                            .toList();

            assertThat(listings("ofac/sdn_2024-05-03T1843.csv")).hasSize(14_965);
            assertThat(vessels).hasSize(851);
            assertThat(vessels).filteredOn(vessel -> vessel.vessel().imo() != null).hasSize(844);
            assertThat(vessels)
                    .filteredOn(vessel -> ImoNumber.of(vessel.vessel().imo()).isPresent())
                    .hasSize(844);
            assertThat(vessels).filteredOn(vessel -> vessel.vessel().mmsi() != null).hasSize(154);
        }

        @Test
        void theOneSavedByASpreadsheetIsRefused() throws IOException {
            assertThat(reason(read(RealFiles.bytes("ofac/2022-01_excel-resaved/sdn.csv"))))
                    .startsWith("line 1: field 2: text without quotes. A spreadsheet");
        }

        private List<Listing> listings(String path) throws IOException {
            return ((Reading.Read) read(RealFiles.bytes(path))).listings();
        }
    }
}
