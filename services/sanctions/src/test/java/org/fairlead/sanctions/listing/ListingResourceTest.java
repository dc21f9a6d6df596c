package org.fairlead.sanctions.listing;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.fairlead.lists.sample.SdnRows;
import org.fairlead.lists.sample.UnXml;
import org.fairlead.sanctions.SanctionsApi;
import org.fairlead.testing.PlatformResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "sanctions"))
class ListingResourceTest {

    private static final String ARK =
            SdnRows.vessel(
                    15037,
                    "ARK",
                    "Vessel Registration Identification IMO 9187655; MMSI 256842000; f.k.a. 'CRYSTAL'.");
    private static final String RENAMED = ARK.replace("ARK", "ARK III");

    @BeforeEach
    void aFreshService() {
        SanctionsApi.forgetEverything();
    }

    private static void ofac(String observedAt, String... rows) {
        SanctionsApi.upload("ofac-sdn", observedAt, SdnRows.file(SdnRows.withEntities(40, rows)))
                .statusCode(201);
    }

    private static void un(String observedAt, String... entities) {
        SanctionsApi.upload("un-sc", observedAt, UnXml.list(observedAt, entities)).statusCode(201);
    }

    @Nested
    class ASearch {

        @BeforeEach
        void overTwoVersionsAndTwoLists() {
            ofac("2024-01-01T00:00:00Z", ARK);
            ofac("2024-02-01T00:00:00Z", RENAMED);
            un("2024-01-15T00:00:00Z", UnXml.entity(110, "Crystál Company", "2016-11-30"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"ark iii", "ARK", "9187655", "256842000", "15037", "crystal 9187655"})
        void findsByNameAndIdentifier(String text) {
            SanctionsApi.get("listings?list=ofac-sdn&q={text}", text)
                    .statusCode(200)
                    .body("items.sourceId", contains("15037"))
                    .body("items[0].name", equalTo("ARK III"))
                    .body("items[0].imo", equalTo("9187655"))
                    .body("items[0].list", equalTo("ofac-sdn"));
        }

        @Test
        void findsInAllListsWithoutAccents() {
            SanctionsApi.get("listings?q=CRYSTAL")
                    .body("items.list", contains("ofac-sdn", "un-sc"));
            SanctionsApi.get("listings?q=kpe.020").body("items.sourceId", contains("110"));
        }

        @Test
        void findsWhatStoodThereOnADate() {
            SanctionsApi.get("listings?q=9187655&asOf=2024-01-20")
                    .body("items.name", contains("ARK"))
                    .body("freshness.version", hasItem(1));
            SanctionsApi.get("listings?q=9187655&asOf=2023-12-31").body("items", empty());
        }

        @Test
        void isNarrowedByTypeAndPaged() {
            SanctionsApi.get("listings?q=crystal&type=entity")
                    .body("items.list", contains("un-sc"));
            String cursor =
                    SanctionsApi.get("listings?limit=30&list=ofac-sdn")
                            .body("items", hasSize(30))
                            .extract()
                            .path("nextCursor");
            SanctionsApi.get("listings?limit=30&list=ofac-sdn&cursor={cursor}", cursor)
                    .body("items", hasSize(11))
                    .body("nextCursor", nullValue());
        }

        @ParameterizedTest
        @CsvSource({
            "limit=0, limit",
            "limit=many, limit",
            "cursor=xx, cursor",
            "list=nowhere, list",
            "type=boat, type",
            "asOf=soon, asOf",
        })
        void refusesWhatItCannotRead(String query, String pointer) {
            SanctionsApi.get("listings?" + query)
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo(pointer));
        }
    }

    @Nested
    class AnEntryThatLeavesAndReturnsUnderItsOldDate {

        private static final String LISTED_ON = "2006-10-14";

        @BeforeEach
        void inThreeVersions() {
            String entry = UnXml.entity(110, "A COMPANY", LISTED_ON);
            String other = UnXml.entity(111, "ANOTHER", "2016-11-30");
            String[] fill = new String[30];
            for (int i = 0; i < fill.length; i++) {
                fill[i] = UnXml.entity(500 + i, "FILLER", "2016-11-30");
            }
            String filler = String.join("", fill);
            un("2020-12-08T00:00:00Z", entry, other, filler);
            un("2024-09-22T00:00:00Z", other, filler);
            un("2025-11-19T00:00:00Z", entry, other, filler);
        }

        @ParameterizedTest
        @CsvSource({
            "2020-12-08, listed, observed",
            "2022-01-01, unknown, between-observations",
            "2024-09-22, not-listed, observed",
            "2025-01-01, unknown, between-observations",
            "2025-11-19, listed, observed",
            "2026-01-01, listed, claimed",
            "2010-01-01, listed, claimed",
            "2006-10-13, not-listed, claimed",
        })
        void isAnsweredByWhatWasSeen(String date, String status, String basis) {
            SanctionsApi.get("listings/un-sc/110?asOf={date}", date)
                    .statusCode(200)
                    .body("answer.status", equalTo(status))
                    .body("answer.basis", equalTo(basis));
        }

        @Test
        void hasTwoStays() {
            SanctionsApi.get("listings/un-sc/110")
                    .body("answer.status", equalTo("listed"))
                    .body("listing.listedOn", equalTo(LISTED_ON))
                    .body("intervals.firstVersion", contains(1, 3))
                    .body("intervals.isCurrent", contains(false, true))
                    .body("freshness.version", equalTo(3));
        }
    }

    @Test
    void anEntrysVersionsSayWhatChanged() {
        ofac("2024-01-01T00:00:00Z", ARK);
        ofac("2024-02-01T00:00:00Z", RENAMED);

        SanctionsApi.get("listings/ofac-sdn/15037/versions")
                .statusCode(200)
                .body("items.listing.name", contains("ARK III", "ARK"))
                .body("items[0].changedFields", contains("name"))
                .body("items[1].changedFields", empty())
                .body("items[1].interval.lastObservedAt", equalTo("2024-01-01T00:00:00Z"));
        SanctionsApi.get("listings/ofac-sdn/15037").body("intervals", hasSize(1));
    }

    @Test
    void nothingIsFoundUnderAnUnknownId() {
        SanctionsApi.get("listings/ofac-sdn/1").statusCode(404).body("code", equalTo("not-found"));
        SanctionsApi.get("listings/nowhere/1").statusCode(404);
    }
}
