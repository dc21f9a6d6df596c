package org.fairlead.sanctions.asof;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.fairlead.lists.sample.SdnRows;
import org.fairlead.sanctions.SanctionsApi;
import org.fairlead.sanctions.Sql;
import org.fairlead.testing.PlatformResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What was in force, and what was known of it then.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "sanctions"))
class TwoTimesTest {

    private static final String SHIP = SdnRows.vessel(1, "ARK", "9187655", "572469210");

    @BeforeEach
    void aFreshService() {
        SanctionsApi.forgetEverything();
    }

    private static void take(String observedAt, String... rows) {
        SanctionsApi.upload("ofac-sdn", observedAt, SdnRows.file(SdnRows.withEntities(60, rows)))
                .statusCode(201);
    }

    /// A time the database would have recorded after all before and before all to come.
    private static String now() {
        return Sql.column(
                        "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                .getFirst();
    }

    @Test
    void anAnswerAsItWasKnownLeavesOutWhatCameLater() {
        take("2024-01-01T00:00:00Z", SHIP);
        String between = now();
        take("2024-02-01T00:00:00Z");

        SanctionsApi.get("vessels/9187655/listings?asOf=2024-01-15")
                .body("answers.find{it.list=='ofac-sdn'}.status", equalTo("unknown"))
                .body("answers.find{it.list=='ofac-sdn'}.basis", equalTo("between-observations"));
        SanctionsApi.get("vessels/9187655/listings?asOf=2024-01-15&knownAt={then}", between)
                .body("answers.find{it.list=='ofac-sdn'}.status", equalTo("listed"))
                .body("answers.find{it.list=='ofac-sdn'}.basis", equalTo("no-coverage"))
                .body("freshness.find{it.list=='ofac-sdn'}.version", equalTo(1));
        SanctionsApi.get("listings/ofac-sdn/1?asOf=2024-02-02&knownAt={then}", between)
                .body("answer.status", equalTo("listed"))
                .body("intervals[0].isCurrent", equalTo(true));
    }

    @Test
    void theSameBytesSeenAgainLaterWereNotKnownToStandThen() {
        take("2024-01-01T00:00:00Z", SHIP);
        String between = now();
        SanctionsApi.upload(
                        "ofac-sdn",
                        "2024-03-01T00:00:00Z",
                        SdnRows.file(SdnRows.withEntities(60, SHIP)))
                .statusCode(200);

        SanctionsApi.get("vessels/9187655/listings?asOf=2024-02-01")
                .body("answers.find{it.list=='ofac-sdn'}.basis", equalTo("observed"));
        SanctionsApi.get("vessels/9187655/listings?asOf=2024-02-01&knownAt={then}", between)
                .body("answers.find{it.list=='ofac-sdn'}.basis", equalTo("no-coverage"));
    }

    @Test
    void nothingIsKnownBeforeTheFirstFile() {
        take("2024-01-01T00:00:00Z", SHIP);

        SanctionsApi.get("vessels/9187655/listings?asOf=2024-01-01&knownAt=2020-01-01")
                .body("answers.find{it.list=='ofac-sdn'}.status", equalTo("unknown"));
        SanctionsApi.get("listings/ofac-sdn/1?knownAt=2020-01-01").statusCode(404);
    }

    @Test
    void anAnswerNamesOwnersAsListedAndWhetherTheyAreListedThemselves() {
        String table =
                "imo_number,name,owner,owner_imo,manager,date_of_listing\n9187655,ARK,AN OWNER,5342883,A MANAGER,2024-01-01\n";
        SanctionsApi.upload("eu-833-annex-xlii", "2024-01-02T00:00:00Z", table).statusCode(201);
        String owned =
                "8,\"AN OWNER\",-0- ,\"X\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"Company Number IMO 5342883.\"";
        String ship = SHIP.replace("\"Cuba\",-0- ", "\"Cuba\",\"AN OWNER\"");
        take("2024-01-02T00:00:00Z", ship, owned);

        SanctionsApi.get("vessels/9187655/listings")
                .body(
                        "answers.find{it.list=='eu-833-annex-xlii'}.parties.name",
                        contains("AN OWNER", "A MANAGER"))
                .body(
                        "answers.find{it.list=='eu-833-annex-xlii'}.parties.role",
                        contains("owner", "manager"))
                .body(
                        "answers.find{it.list=='ofac-sdn'}.parties[0].listing.sourceId",
                        equalTo("8"));
        SanctionsApi.get("companies/5342883/listings?asOf=2024-01-02")
                .body("answers.find{it.list=='ofac-sdn'}.status", equalTo("listed"))
                .body("answers.find{it.list=='ofac-sdn'}.listing.name", equalTo("AN OWNER"));
    }

    @Test
    void aShipsHistoryRunsThroughAllLists() {
        take("2024-01-01T00:00:00Z", SHIP);
        take("2024-02-01T00:00:00Z", SHIP.replace("ARK", "ARK II").replace("Cuba", "Panama"));
        SanctionsApi.upload("un-1718", "2024-02-01T00:00:00Z", "imo_number,name\n9187655,ARK\n")
                .statusCode(201);

        SanctionsApi.get("vessels/9187655/history")
                .body("entries.listing.list", contains("ofac-sdn", "un-1718"))
                .body("entries[0].stays", hasSize(1))
                .body("entries[0].changes[0].fields.field", contains("flags", "name"))
                .body("entries[0].changes[0].fields[1].after", equalTo("ARK II"));
    }
}
