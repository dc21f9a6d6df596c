package org.fairlead.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.fairlead.lists.file.FileFormat;
import org.fairlead.lists.file.Recognition;
import org.fairlead.lists.file.Unpacking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every real file beside the project, whole. Counts were taken by other means: lines, elements,
/// distinct ids.
class RealListsTest {

    @ParameterizedTest
    @CsvSource({
        "ofac/consolidated_2018-04-06_perchrh.xml, OFAC_XML, 639, 74",
        "ofac/consolidated_2024-05-06_hebbd5.xml, OFAC_XML, 443, 0",
        "ofac/consolidated_2025-03-28_kebalkhadka.xml, OFAC_XML, 443, 0",
        "ofac/enhanced_IRGC_subset_2024-08-28_hebbd5.xml, OFAC_ENHANCED_XML, 293, 0",
        "ofac/enhanced_YEMEN_subset_2024_hebbd5.xml, OFAC_ENHANCED_XML, 10, 0",
        "ofac/sdn_2024-05-03T1843.csv, OFAC_CSV, 14965, 851",
        "un/un_consolidated_2025-11-19.xml, UN_XML, 1000, 0",
        "uk/FCDO_SL_2025-08-11.ods, UK_ODS, 5302, 461",
        "uk/fcdo_uk_sanctions_list_2025-08-11.csv, UK_CSV, 5302, 461",
        "uk/ofsi_conlist_2025-04-10.csv.gz, OFSI_CSV, 4686, 15",
        "ca/ca_sema_2025-05.xml, SEMA_XML, 4759, 109",
        "opensanctions/entities.ftm_khong_2024-03.json, FTM_JSON, 423, 0",
    })
    void isRecognisedAndReadWhole(String name, FileFormat format, int entries, int ships)
            throws Exception {
        byte[] file = unpacked(RealFiles.bytes(name));

        assertThat(
                        Recognition.of(
                                Arrays.copyOf(file, Math.min(file.length, Recognition.HEAD_BYTES))))
                .contains(format);
        var listings = Fixtures.whole(file).listings();
        assertThat(listings).hasSize(entries);
        assertThat(listings).filteredOn(listing -> listing.type().equals("vessel")).hasSize(ships);
    }

    private static byte[] unpacked(byte[] file) throws IOException, UnreadableFile {
        var out = new ByteArrayOutputStream();
        Unpacking.unpack(new ByteArrayInputStream(file), out, 1 << 28);
        return out.toByteArray();
    }

    @Test
    void theSpreadsheetSaysWhatTheCsvOfTheSameDaySays() throws Exception {
        var ods = Fixtures.whole(RealFiles.bytes("uk/FCDO_SL_2025-08-11.ods"));
        var csv = Fixtures.whole(RealFiles.bytes("uk/fcdo_uk_sanctions_list_2025-08-11.csv"));

        assertThat(ods.listings()).isEqualTo(csv.listings());
    }

    @Test
    void ofacsTablesOfOneDayAreOneList() throws Exception {
        var tables = new TreeMap<String, byte[]>();
        for (String table : List.of("sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv")) {
            tables.put(table, RealFiles.bytes("ofac/2021-07/" + table));
        }
        var set = new ByteArrayOutputStream();
        Unpacking.pack(tables, set);

        var file = Fixtures.whole(set.toByteArray());

        assertThat(file.listings()).hasSize(8976);
        assertThat(Fixtures.entry(file, "36").aliases()).contains("AERO-CARIBBEAN");
        assertThat(Fixtures.entry(file, "28263").remarks())
                .endsWith("a.k.a. 'snowsjohn'; Linked To: LAZARUS GROUP.");
    }

    @Test
    void ofacsTablesOfDifferentDaysAreRefused() throws Exception {
        var tables = new TreeMap<String, byte[]>();
        tables.put("sdn.csv", RealFiles.bytes("ofac/sdn_2024-05-03T1843.csv"));
        tables.put("alt.csv", RealFiles.bytes("ofac/2021-07/alt.csv"));
        var set = new ByteArrayOutputStream();
        Unpacking.pack(tables, set);

        assertThat(((Reading.Refused) Fixtures.read(set.toByteArray())).reason())
                .contains("is not in the main table: these files are of different days");
    }
}
