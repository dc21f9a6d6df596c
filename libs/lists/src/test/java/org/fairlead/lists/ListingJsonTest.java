package org.fairlead.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.fairlead.lists.ListedName.Kind;
import org.fairlead.lists.ListedName.Strength;
import org.junit.jupiter.api.Test;

class ListingJsonTest {

    @Test
    void everyFieldSurvivesARoundTrip() throws UnreadableFile {
        var listing =
                new ListingBuilder("37059")
                        .type(Listing.VESSEL)
                        .primary("ANGARA")
                        .name("РУСЬ", Kind.ORIGINAL_SCRIPT, Strength.STRONG)
                        .name("OLD NAME", Kind.FKA, Strength.WEAK)
                        .imo("9179842")
                        .imo("9187655")
                        .mmsi("273000000")
                        .callSign("UBCD")
                        .flag("Russia")
                        .formerFlag("Malta")
                        .vesselType("Roll-on Roll-off")
                        .tonnage("5,000")
                        .grossTonnage("8811")
                        .yearBuilt("1998")
                        .length("120")
                        .party("M LEASING LLC", RelatedParty.Role.OWNER, "5342883", "37060")
                        .companyImo("5342883")
                        .birthDate("1962-03")
                        .country("Russia")
                        .program("RUSSIA-EO14024")
                        .listedOn(LocalDate.of(2022, 5, 8), "datePublished")
                        .remarks("Some text.")
                        .other("title", "Captain")
                        .build();

        var read = ListingJson.read(ListingJson.write(listing));

        assertThat(read).isEqualTo(listing);
        assertThat(CanonicalListing.of(read).hash()).isEqualTo(CanonicalListing.of(listing).hash());
    }

    @Test
    void aRowOfTheFirstModelIsStillRead() {
        var listing =
                ListingJson.read(
                        """
                        {"sourceId":"1","type":"vessel","name":"ARK","aliases":["ARK II"],"programs":["CUBA"],
                         "imo":"9187655","mmsi":"572469210","callSign":"T2EU4","flag":"Cuba","owner":"A CO",
                         "listedOn":"2011-06-29"}
                        """);

        assertThat(listing.name()).isEqualTo("ARK");
        assertThat(listing.aliases()).containsExactly("ARK II");
        assertThat(listing.vessel().imos()).containsExactly("9187655");
        assertThat(listing.vessel().owner()).isEqualTo("A CO");
        assertThat(listing.listedOn()).isEqualTo(LocalDate.of(2011, 6, 29));
    }

    /// Whoever has to change this text has changed the model: raise [ListingJson#MODEL].
    @Test
    void theTextOfAModelStaysTheSame() throws UnreadableFile {
        var listing = new ListingBuilder("1").primary("A B").aka("Ä").program("X").build();

        assertThat(ListingJson.MODEL).isEqualTo(2);
        assertThat(ListingJson.write(listing))
                .isEqualTo(
                        """
                        {"sourceId":"1","type":"entity","names":[{"text":"A B","kind":"primary","strength":"strong","script":"Latn"},{"text":"Ä","kind":"aka","strength":"strong","script":"Latn"}],"programs":["X"]}\
                        """
                                .strip());
    }
}
