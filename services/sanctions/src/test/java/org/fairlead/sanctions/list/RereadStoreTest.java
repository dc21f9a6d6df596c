package org.fairlead.sanctions.list;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.fairlead.lists.sample.SdnRows;
import org.fairlead.sanctions.SanctionsApi;
import org.fairlead.testing.PlatformResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An upgraded platform whose rows were written by the release before.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "sanctions"))
class RereadStoreTest {

    private static final String SHIP = SdnRows.vessel(1, "ARK", "9187655", "572469210");

    @BeforeEach
    void twoVersionsOfTheReleaseBefore() {
        SanctionsApi.forgetEverything();
        take("2024-01-01T00:00:00Z", "OLD NAME");
        take("2024-02-01T00:00:00Z", "NEW NAME");
        sql("update listing_version set hash = 'of the model before'");
        sql(
                "update listing_version set canonical = jsonb_build_object('sourceId', source_id,"
                        + " 'type', type, 'name', name)");
        sql("update list_source set model = 1");
    }

    private static void take(String at, String name) {
        SanctionsApi.upload("ofac-sdn", at, file(name)).statusCode(201);
    }

    private static String file(String name) {
        return SdnRows.file(SdnRows.withEntities(40, SHIP, SdnRows.entity(2, name)));
    }

    @Test
    void tellsOnlyOfWhatTheNextFileChanges() {
        SanctionsApi.upload("ofac-sdn", "2024-03-01T00:00:00Z", file("NEWEST NAME"))
                .statusCode(201)
                .body("added", equalTo(0))
                .body("removed", equalTo(0))
                .body("changed", equalTo(1));
    }

    @Test
    void hasItsWholeHistoryInTheNewModel() {
        SanctionsApi.upload("ofac-sdn", "2024-03-01T00:00:00Z", file("NEWEST NAME"))
                .statusCode(201);

        SanctionsApi.get("listings/ofac-sdn/2/versions")
                .body("items.listing.name", contains("NEWEST NAME", "NEW NAME", "OLD NAME"))
                .body("items.interval.firstVersion", contains(3, 2, 1));
        SanctionsApi.get("listings/ofac-sdn/1/versions")
                .body("items.listing.imos", contains(contains("9187655")));
    }

    private static void sql(String statement) {
        try (var connection =
                        PlatformResource.database()
                                .getDatabase("postgres", "sanctions")
                                .getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException fault) {
            throw new AssertionError(fault);
        }
    }
}
