package org.fairlead.sanctions;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;

/// The service as its callers use it.
public final class SanctionsApi {

    public static final String BASE = "/api/sanctions/v1";

    private SanctionsApi() {}

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).basePath(BASE);
    }

    public static ValidatableResponse get(String path, Object... parameters) {
        return as(Tokens.carl()).get(path, parameters).then();
    }

    public static ValidatableResponse upload(String list, String observedAt, String file) {
        return upload(list, observedAt, file.getBytes(StandardCharsets.UTF_8));
    }

    public static ValidatableResponse upload(String list, String observedAt, byte[] file) {
        return as(Tokens.integrator("lists:write"))
                .contentType(ContentType.BINARY)
                .queryParam("observedAt", observedAt)
                .body(file)
                .post("lists/{list}/versions", list)
                .then();
    }

    /// Back to the state after the first start.
    public static void forgetEverything() {
        try (var connection =
                        PlatformResource.database()
                                .getDatabase("postgres", "sanctions")
                                .getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "truncate list_version, listing_version, list_sighting, list_download, reference_fact, identity, vessel_match, screening, suppression,"
                            + " outbox, inbox cascade");
            statement.execute(
                    "insert into list_source (id, authority, title, lists_vessels) values"
                            + " ('ofac-sdn', 'United States, OFAC', 'SDN', true),"
                            + " ('un-sc', 'United Nations, Security Council', 'Consolidated', false)"
                            + " on conflict (id) do nothing");
            statement.execute(
                    "update list_source set current_version = null, last_attempt_status = null,"
                            + " last_attempt_reason = null, last_attempt_at = null");
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
