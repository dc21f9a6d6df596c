package org.fairlead.lists.un;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.fairlead.lists.CanonicalListing;
import org.fairlead.lists.Listing;
import org.fairlead.lists.Reading;
import org.fairlead.lists.RealFiles;
import org.fairlead.lists.sample.UnXml;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnConsolidatedXmlTest {

    private static final String GENERATED = "2024-09-21T00:00:02.610Z";
    private static final String ENTITY = UnXml.entity(110, "SOME COMPANY", "2016-11-30");

    private static Reading read(String file) {
        return read(file.getBytes(StandardCharsets.UTF_8));
    }

    private static Reading read(byte[] file) {
        try {
            return new UnConsolidatedXml().read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Reading.Read whole(String file) {
        assertThat(read(file)).isInstanceOf(Reading.Read.class);
        return (Reading.Read) read(file);
    }

    private static Listing only(String entity) {
        return whole(UnXml.list(GENERATED, entity)).listings().getFirst();
    }

    private static String reason(String file) {
        assertThat(read(file)).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused) read(file)).reason();
    }

    @Nested
    class AnEntry {

        private final Listing listing = only(ENTITY);

        @Test
        void hasTheFieldsOfTheFileWithoutItsSpaces() {
            assertThat(listing.sourceId()).isEqualTo("110");
            assertThat(listing.type()).isEqualTo("entity");
            assertThat(listing.name()).isEqualTo("SOME COMPANY");
            assertThat(listing.aliases()).containsExactly("FIRST ALIAS", "SECOND ALIAS");
            assertThat(listing.programs()).containsExactly("DPRK");
            assertThat(listing.remarks()).isEqualTo("A comment.");
            assertThat(listing.listedOn()).isEqualTo(LocalDate.of(2016, 11, 30));
        }

        @Test
        void keepsEveryOtherFieldToo() {
            assertThat(listing.otherFields())
                    .contains("REFERENCE_NUMBER: KPe.020", "ENTITY_ADDRESS/COUNTRY: Somewhere");
        }

        @Test
        void isTheSameInAnotherLayout() {
            String dense = ENTITY.replaceAll(">\\s+<", "><");

            assertThat(CanonicalListing.of(only(dense)).hash())
                    .isEqualTo(CanonicalListing.of(listing).hash());
        }

        @Test
        void isAnotherWhenAnAddressChanges() {
            assertThat(CanonicalListing.of(only(ENTITY.replace("Somewhere", "Elsewhere"))).hash())
                    .isNotEqualTo(CanonicalListing.of(listing).hash());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "IMO Number: 5342883. The company, 5342883",
        "IMO 5434358., 5434358",
        "(IMO) Number: 1790183., 1790183",
        "IMO number: 5571322., 5571322",
    })
    void anImoNumberInTheCommentIsACompanys(String comment, String imo) {
        var listing = only(UnXml.entity(1, "A COMPANY", "2016-11-30", comment));

        assertThat(listing.companyImo()).isEqualTo(imo);
        assertThat(listing.vessel().imo()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2020-11-23T19:10:17.6-05:00, 2020-11-24T00:10:17.600Z",
        "2024-09-21T00:00:02.610Z, 2024-09-21T00:00:02.610Z",
        "2024-09-21T00:00:02, 2024-09-21T00:00:02Z",
    })
    void theTimeOfPublicationIsReadInEveryStyle(String generated, Instant published) {
        assertThat(whole(UnXml.list(generated, ENTITY)).publishedAt()).isEqualTo(published);
    }

    @Test
    void aDateOfListingWithAnOffsetIsItsDay() {
        assertThat(only(UnXml.entity(1, "A", "2012-04-02-04:00")).listedOn())
                .isEqualTo(LocalDate.of(2012, 4, 2));
    }

    @Test
    void aFileThatIsNotWellFormedIsRefusedWithElementAndLine() {
        String broken = UnXml.list(GENERATED, ENTITY.replace("</LISTED_ON>", ""));

        assertThat(reason(broken))
                .startsWith("line ")
                .contains("in CONSOLIDATED_LIST/ENTITIES/ENTITY/LISTED_ON: not well-formed")
                .doesNotContain("ParseError");
    }

    @Test
    void aFileCutShortIsRefused() {
        String whole = UnXml.list(GENERATED, ENTITY, UnXml.entity(2, "B", "2016-11-30"));

        assertThat(reason(whole.substring(0, whole.length() - 100))).contains("not well-formed");
    }

    @Test
    void entitiesThatMultiplyAreRefusedBeforeTheyDo() {
        String laughs =
                """
                <?xml version="1.0"?>
                <!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol1 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
                <!ENTITY lol2 "&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;">]>
                <CONSOLIDATED_LIST dateGenerated="2024-09-21T00:00:02Z">&lol2;</CONSOLIDATED_LIST>
                """;

        assertThat(reason(laughs)).contains("a document type or entity");
    }

    @Test
    void anExternalEntityIsNotFetched() {
        String external =
                """
                <?xml version="1.0"?>
                <!DOCTYPE x [<!ENTITY passwords SYSTEM "file:///etc/passwd">]>
                <CONSOLIDATED_LIST dateGenerated="2024-09-21T00:00:02Z">&passwords;</CONSOLIDATED_LIST>
                """;

        assertThat(reason(external)).contains("a document type or entity").doesNotContain("root:");
    }

    @Test
    void anotherListsFileIsRefused() {
        assertThat(reason("<sdnList><sdnEntry/></sdnList>"))
                .isEqualTo(
                        "line 1, in sdnList: not the UN's consolidated list: its first element is CONSOLIDATED_LIST");
    }

    @Test
    void aSectionNobodyKnowsIsRefused() {
        assertThat(reason(UnXml.list(GENERATED, ENTITY).replace("ENTITIES", "VESSELS")))
                .contains("in CONSOLIDATED_LIST/VESSELS: an element this list does not have");
    }

    @Test
    void anEntryWithoutItsIdIsRefused() {
        assertThat(reason(UnXml.list(GENERATED, ENTITY.replace("<DATAID>110</DATAID>", ""))))
                .contains("in CONSOLIDATED_LIST/ENTITIES/ENTITY: an entry without DATAID");
    }

    @Test
    void anIdThatComesTwiceIsRefused() {
        assertThat(reason(UnXml.list(GENERATED, ENTITY, ENTITY)))
                .contains("the id 110 is there twice");
    }

    @Test
    void aListWithoutEntriesIsRefused() {
        assertThat(reason(UnXml.list(GENERATED))).isEqualTo("the file has no entries");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(reason("")).contains("not well-formed");
    }

    @Test
    void aTextOfTenMegabytesIsRefusedAtItsBound() {
        String file =
                UnXml.list(GENERATED, UnXml.entity(1, "A", "2016-11-30", "x".repeat(10_000_000)));

        assertThat(reason(file)).contains("a text longer than 262144 characters");
    }

    @ParameterizedTest
    @CsvSource({
        "2020-11-24, 1018",
        "2020-12-08, 1006",
        "2024-09-22, 875",
        "2025-05-25, 877",
        "2025-11-19, 1000",
    })
    void everyRealVersionIsReadWhole(String day, int entries) throws IOException {
        var reading = read(RealFiles.bytes("un/un_consolidated_" + day + ".xml"));

        assertThat(((Reading.Read) reading).listings()).hasSize(entries);
    }

    @Test
    void theRealMalformedOneIsRefused() throws IOException {
        var reading = read(RealFiles.bytes("un/un_consolidated_2025-08-18_MALFORMED.xml"));

        assertThat(((Reading.Refused) reading).reason())
                .isEqualTo(
                        "line 53, in CONSOLIDATED_LIST/INDIVIDUALS/INDIVIDUAL/COMMENTS1: not well-formed XML");
    }

    @Test
    void anEncodingNobodyKnowsIsRefused() {
        assertThat(reason(UnXml.list(GENERATED, ENTITY).replace("UTF-8", "zz")))
                .startsWith("line 1: ");
    }
}
