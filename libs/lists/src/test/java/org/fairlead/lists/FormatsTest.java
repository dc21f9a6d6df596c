package org.fairlead.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.lists.Fixtures.entry;
import static org.fairlead.lists.Fixtures.reason;
import static org.fairlead.lists.Fixtures.whole;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.fairlead.lists.ListedName.Kind;
import org.fairlead.lists.ListedName.Strength;
import org.fairlead.lists.opensanctions.FtmDelta;
import org.fairlead.lists.vessels.VesselTableCsv;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    private static List<String> texts(Listing listing, Kind kind) {
        return listing.names().stream()
                .filter(name -> name.kind() == kind)
                .map(ListedName::text)
                .toList();
    }

    @Nested
    class OfacsAdvancedXml {

        private final Reading.Read file = whole(Fixtures.bytes("advanced.xml"));
        private final Listing ship = entry(file, "15036");

        @Test
        void resolvesEveryNumberThroughItsReferenceValues() {
            assertThat(ship.type()).isEqualTo("vessel");
            assertThat(ship.vessel().build().type()).isEqualTo("Crude Oil Tanker");
            assertThat(ship.vessel().callSigns()).containsExactly("T2EU4");
            assertThat(ship.vessel().flags()).containsExactly("Iran");
            assertThat(ship.vessel().formerFlags()).containsExactly("Malta");
            assertThat(ship.programs()).containsExactly("IRAN");
            assertThat(ship.otherFields()).contains("legal authority: Executive Order 13382");
        }

        @Test
        void takesNumbersFromTheDocumentsOfTheIdentity() {
            assertThat(ship.vessel().imos()).containsExactly("9187629", "9187655");
            assertThat(ship.vessel().mmsis()).containsExactly("572469210");
        }

        @Test
        void tellsNamesApartByScriptKindAndStrength() {
            assertThat(ship.name()).isEqualTo("ARTAVIL");
            assertThat(texts(ship, Kind.ORIGINAL_SCRIPT)).containsExactly("آرتاویل");
            assertThat(ship.names())
                    .contains(new ListedName("SHONA", Kind.FKA, Strength.WEAK, "Latn"));
            assertThat(entry(file, "9001").name()).isEqualTo("DOE, Jane");
        }

        @Test
        void hasTheShipsOwnerThoughTheRelationIsInverted() {
            assertThat(ship.vessel().parties())
                    .containsExactly(
                            new RelatedParty(
                                    "EXAMPLE TANKER COMPANY",
                                    RelatedParty.Role.OWNER,
                                    null,
                                    "9000"));
        }

        @Test
        void hasTheDateOfTheListItIsOnAndNotOfTheMetaList() {
            assertThat(ship.designation().dates())
                    .containsExactly(
                            new ListingDate(
                                    LocalDate.of(2012, 7, 12), "EntryEvent Created (SDN List)"));
            assertThat(file.publishedAt()).isEqualTo("2024-05-03T00:00:00Z");
        }

        @Test
        void warnsOfANumberThatTheSetsDoNotHaveAndKeepsTheEntry() {
            assertThat(file.warnings())
                    .singleElement()
                    .asString()
                    .startsWith("line ")
                    .contains("Feature: FeatureType 9999 is not in the reference values");
            assertThat(ship.otherFields()).contains("FeatureType 9999: kept all the same");
        }

        @Test
        void readsAYearGivenByItsBoundsAsAYear() {
            assertThat(entry(file, "9001").party().birthDates()).containsExactly("1962");
        }

        @Test
        void refusesADeltaOfIt() {
            String delta =
                    Fixtures.text("advanced.xml")
                            .replace("Version=\"7\"", "Version=\"8\" DeltaBaseVersion=\"7\"");

            assertThat(reason(delta)).contains("in Sanctions: a delta against another version");
        }
    }

    @Nested
    class TheEusXml {

        private final Reading.Read file = whole(Fixtures.bytes("eu.xml"));

        @Test
        void hasTheDayOfTheFirstActAndNotOfTheAmendment() {
            assertThat(entry(file, "13").designation().dates())
                    .containsExactly(
                            new ListingDate(LocalDate.of(2022, 2, 25), "entryIntoForceDate"));
            assertThat(entry(file, "14").listedOn()).isEqualTo(LocalDate.of(2017, 10, 3));
        }

        @Test
        void takesAnEnterpriseWithAShipsNumberForAShipAndOneWithACompanysForACompany() {
            assertThat(entry(file, "14").type()).isEqualTo("vessel");
            assertThat(entry(file, "14").vessel().imos()).containsExactly("9562233");
            assertThat(entry(file, "15").type()).isEqualTo("entity");
            assertThat(entry(file, "15").companyImo()).isEqualTo("5342883");
        }

        @Test
        void tellsWeakNamesAndOtherScriptsApart() {
            var person = entry(file, "13");

            assertThat(person.name()).isEqualTo("Jane Doe");
            assertThat(texts(person, Kind.ORIGINAL_SCRIPT)).containsExactly("Джейн Доу");
            assertThat(person.names())
                    .contains(new ListedName("J.D.", Kind.AKA, Strength.WEAK, "Latn"));
            assertThat(person.party().birthDates()).containsExactly("circa 1961");
            assertThat(file.publishedAt()).isEqualTo("2024-12-11T20:24:35.826Z");
        }
    }

    @Nested
    class TheEusCsv {

        private final String text = Fixtures.text("eu.csv");

        @Test
        void putsTheRowsOfAnEntityTogether() {
            var person = entry(whole(text.getBytes(StandardCharsets.UTF_8)), "13");

            assertThat(person.names())
                    .extracting(ListedName::text)
                    .containsExactly("Jane Doe", "Джейн Доу");
            assertThat(person.party().birthDates()).containsExactly("1961-04-03");
            assertThat(person.listedOn()).isEqualTo(LocalDate.of(2022, 2, 25));
            assertThat(person.remarks()).isEqualTo("Made by hand; twice");
        }

        @Test
        void isReadTheSameWhenEveryLineIsQuotedOnceMore() {
            String quoted =
                    text.lines()
                            .map(line -> '"' + line.replace("\"", "\"\"") + '"')
                            .collect(Collectors.joining("\r\n"));

            assertThat(whole(quoted.getBytes(StandardCharsets.UTF_8)).listings())
                    .isEqualTo(whole(text.getBytes(StandardCharsets.UTF_8)).listings());
        }

        @Test
        void mayHaveALineInLatin1AmongOthersInUtf8() {
            var bytes = new ByteArrayOutputStream();
            bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            String last =
                    "11/12/2024;16;EU.1.4;;;;;E;enterprise;regulation;2017-10-16;;PRK;Société Générale d'Essai;;;;;;;;";
            bytes.writeBytes(last.getBytes(StandardCharsets.ISO_8859_1));

            assertThat(entry(whole(bytes.toByteArray()), "16").name())
                    .isEqualTo("Société Générale d'Essai");
            assertThat(entry(whole(bytes.toByteArray()), "13").aliases())
                    .containsExactly("Джейн Доу");
        }

        @Test
        void namesLineAndColumnOfAFault() {
            assertThat(reason(text + "11/12/2024;;EU.9\n"))
                    .isEqualTo("line 5, column Entity_LogicalId: is empty");
            assertThat(reason(text + "a;b".repeat(40) + "\n")).startsWith("line 5: 41 cells");
        }
    }

    @Nested
    class TheUksList {

        private final Reading.Read xml = whole(Fixtures.bytes("uk.xml"));
        private final Reading.Read csv = whole(Fixtures.bytes("uk-long.csv"));

        @Test
        void saysTheSameOfAShipInXmlAndCsv() {
            for (Reading.Read file : List.of(xml, csv)) {
                var ship = entry(file, "DPR0075");

                assertThat(ship.type()).isEqualTo("vessel");
                assertThat(ship.name()).isEqualTo("Petrel 8");
                assertThat(ship.vessel().imos()).containsExactly("9562233");
                assertThat(ship.vessel().flags()).containsExactly("Comoros");
                assertThat(ship.vessel().formerFlags()).containsExactly("India", "Panama");
                assertThat(ship.vessel().build())
                        .isEqualTo(
                                new VesselParticulars.Build(
                                        "Bulk Carrier", null, "7078", "2011", "114"));
                assertThat(ship.vessel().parties())
                        .containsExactly(
                                new RelatedParty(
                                        "Global United Shipping",
                                        RelatedParty.Role.OWNER,
                                        "5342883",
                                        null),
                                new RelatedParty(
                                        "Other Lines", RelatedParty.Role.OWNER, null, null),
                                new RelatedParty(
                                        "Earlier Ltd", RelatedParty.Role.FORMER_OWNER, null, null));
                assertThat(ship.remarks()).isEqualTo("Listed under 'paragraph 6' & others");
                assertThat(ship.names())
                        .contains(
                                new ListedName("Old Petrel", Kind.AKA, Strength.WEAK, "Latn"),
                                new ListedName(
                                        "페트렐", Kind.ORIGINAL_SCRIPT, Strength.STRONG, "Hang"));
                assertThat(ship.listedOn()).isEqualTo(LocalDate.of(2017, 10, 3));
                assertThat(file.publishedAt()).isEqualTo("2025-08-11T00:00:00Z");
            }
        }

        @Test
        void readsAnUnknownDayOfBirthAsAYear() {
            assertThat(entry(xml, "RUS9999").party().birthDates()).containsExactly("1945");
            assertThat(entry(csv, "RUS9999").party().birthDates()).containsExactly("1945");
            assertThat(entry(csv, "RUS9999").name()).isEqualTo("Jane DOE");
            assertThat(entry(csv, "RUS9999").party().countries())
                    .containsExactly("Russia", "Cyprus");
        }

        @Test
        void namesElementAndLineOfAFault() {
            assertThat(reason(Fixtures.text("uk.xml").replace("03/10/2017", "soon")))
                    .isEqualTo(
                            "line 4, in Designations/Designation: DateDesignated is no date: soon");
            assertThat(
                            reason(
                                    Fixtures.text("uk-long.csv")
                                            .replace("24/02/2022,dd/mm", "soon,dd/mm")))
                    .isEqualTo("line 5, column Date Designated: no date: soon");
        }
    }

    @Nested
    class OpenSanctions {

        private final byte[] file = Fixtures.bytes("ftm.json");

        @Test
        void givesTargetsWithTheirOwnersProgrammesAndDates() {
            var read = whole(file);
            var ship = entry(read, "NK-ship");

            assertThat(read.listings()).hasSize(2);
            assertThat(ship.vessel().imos()).containsExactly("9179842", "9562233");
            assertThat(ship.vessel().parties())
                    .containsExactly(
                            new RelatedParty(
                                    "Some Shipping", RelatedParty.Role.OWNER, null, "NK-owner"));
            assertThat(ship.programs()).containsExactly("UN1718");
            assertThat(ship.designation().dates())
                    .containsExactly(
                            new ListingDate(LocalDate.of(2017, 10, 3), "Sanction:listingDate"));
            assertThat(ship.names())
                    .contains(new ListedName("P8", Kind.AKA, Strength.WEAK, "Latn"));
            assertThat(ship.otherFields()).contains("referent: un-1718-1");
        }

        @Test
        void doesNotChangeWithTheDayItWasLastSeen() {
            var later = Fixtures.text("ftm.json").replace("2024-03-14", "2024-03-15");

            assertThat(whole(later.getBytes(StandardCharsets.UTF_8)).listings())
                    .isEqualTo(whole(file).listings());
        }

        @Test
        void appliesADeltaToTheFileBefore() throws IOException {
            String delta =
                    """
                    {"op":"DEL","entity":{"id":"NK-person"}}
                    {"op":"MOD","entity":{"id":"NK-owner","caption":"Renamed Shipping","schema":"Company","properties":{"name":["Renamed Shipping"]},"target":false}}
                    {"op":"ADD","entity":{"id":"NK-new","caption":"New Ship","schema":"Vessel","properties":{"name":["New Ship"]},"target":true}}
                    """;
            var result = new ByteArrayOutputStream();

            var outcome =
                    FtmDelta.apply(
                            new ByteArrayInputStream(file),
                            new ByteArrayInputStream(delta.getBytes(StandardCharsets.UTF_8)),
                            result);

            assertThat(outcome).isEqualTo(new FtmDelta.Outcome.Applied(1, 1, 1));
            var after = whole(result.toByteArray());
            assertThat(after.listings())
                    .extracting(Listing::sourceId)
                    .containsExactly("NK-ship", "NK-new");
            assertThat(entry(after, "NK-ship").vessel().owner()).isEqualTo("Renamed Shipping");
        }

        @Test
        void refusesADeltaCutInALine() throws IOException {
            var outcome =
                    FtmDelta.apply(
                            new ByteArrayInputStream(file),
                            new ByteArrayInputStream(
                                    "{\"op\":\"ADD\",\"enti".getBytes(StandardCharsets.UTF_8)),
                            new ByteArrayOutputStream());

            assertThat(outcome).isEqualTo(new FtmDelta.Outcome.Refused("line 1: not whole JSON"));
        }
    }

    @Nested
    class TheTableOfShips {

        private static final String ROW =
                "9179842,ANGARA,RUSICH;URSA,273000000,UBCD,Russia,Malta;Panama,Ro-ro,8811,1998,M LEASING LLC,5342883,Some Managers,,2024-06-25,RUS,2024/1745,\n";

        @Test
        void isReadAsItsTemplateSays() {
            var read = whole((VesselTableCsv.TEMPLATE + ROW).getBytes(StandardCharsets.UTF_8));
            var ship = entry(read, "IMO9179842");

            assertThat(ship.names())
                    .extracting(ListedName::text)
                    .containsExactly("ANGARA", "RUSICH", "URSA");
            assertThat(ship.vessel().formerFlags()).containsExactly("Malta", "Panama");
            assertThat(ship.vessel().parties())
                    .extracting(RelatedParty::role)
                    .containsExactly(RelatedParty.Role.OWNER, RelatedParty.Role.MANAGER);
            assertThat(ship.listedOn()).isEqualTo(LocalDate.of(2024, 6, 25));
            assertThat(read.publishedAt()).isEqualTo("2024-06-24T00:00:00Z");
        }

        @Test
        void mayHaveTheColumnsOfTheUnsTable() {
            String un =
                    """
                    #,vessel_name,imo_number,mmsi,flag,call_sign,type,date_of_designation,designated_owner
                    1,1: PETREL 8 2: JAL VAHINI,9562233,620233000,Comoros,D6FV9,Bulk carrier,3-Oct-17,Some Owner
                    """;
            var ship = entry(whole(un.getBytes(StandardCharsets.UTF_8)), "IMO9562233");

            assertThat(ship.names())
                    .extracting(ListedName::text)
                    .containsExactly("PETREL 8", "JAL VAHINI");
            assertThat(ship.designation().dates())
                    .containsExactly(
                            new ListingDate(LocalDate.of(2017, 10, 3), "date_of_designation"));
            assertThat(ship.vessel().owner()).isEqualTo("Some Owner");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        917984                  | line 4, column imo_number: seven digits expected, was 917984
                        9179842,                | line 4, column name: is empty
                        """)
        void namesLineAndColumnOfAFault(String row, String expected) {
            assertThat(reason(VesselTableCsv.TEMPLATE + row + "\n")).isEqualTo(expected);
        }
    }

    @Nested
    class OfacsXml {

        private static final String LIST =
                """
                <sdnList xmlns="http://tempuri.org/sdnList.xsd">
                <publshInformation><Publish_Date>05/06/2024</Publish_Date><Record_Count>%d</Record_Count></publshInformation>
                <sdnEntry><uid>1</uid><lastName>ARTAVIL</lastName><sdnType>Vessel</sdnType><programList><program>IRAN</program></programList>
                <idList><id><uid>1</uid><idType>Vessel Registration Identification</idType><idNumber>IMO 9187629</idNumber></id>
                <id><uid>2</uid><idType>MMSI</idType><idNumber>572469210</idNumber></id></idList>
                <akaList><aka><uid>3</uid><type>f.k.a.</type><category>weak</category><lastName>SHONA</lastName></aka></akaList>
                <vesselInfo><callSign>T2EU4</callSign><vesselType>Tanker</vesselType><vesselFlag>Iran</vesselFlag><vesselOwner>NITC</vesselOwner><tonnage>99144</tonnage></vesselInfo>
                <novelty>x</novelty></sdnEntry></sdnList>
                """;

        @Test
        void isTheSameUnderBothNamespaces() {
            String old = LIST.formatted(1);
            String now =
                    old.replace(
                            "http://tempuri.org/sdnList.xsd",
                            "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML");

            assertThat(Fixtures.read(now)).isEqualTo(Fixtures.read(old));
            assertThat(((Reading.Read) Fixtures.read(now)).listings().getFirst().vessel().imo())
                    .isEqualTo("9187629");
        }

        @Test
        void isRefusedWhenItsOwnCountDiffers() {
            assertThat(reason(LIST.formatted(2)))
                    .contains("Record_Count says 2 entries, the file has 1");
        }

        @Test
        void warnsOfAnElementNobodyKnows() {
            assertThat(((Reading.Read) Fixtures.read(LIST.formatted(1))).warnings())
                    .singleElement()
                    .asString()
                    .contains("in sdnList/sdnEntry/novelty: an element that is not known");
        }
    }
}
