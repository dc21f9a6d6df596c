package org.fairlead.imagery.port;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "imagery"))
class PortApiTest {

    private static final String PATH = "/api/imagery/v1/ports";

    private static RequestSpecification carl() {
        return given().auth().oauth2(Tokens.carl());
    }

    @Test
    void silentPortsAreListed() {
        carl().get(PATH)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("items.id", hasItems("rajin", "dunai", "zhoushan-xinya"));
    }

    @Test
    void silentPortsAreFoundByTheirAliases() {
        carl().queryParam("q", "najin").get(PATH).then().body("items.id", contains("rajin"));
        carl().queryParam("q", "rotterdam").get(PATH).then().body("items", empty());
    }

    @Test
    void silentPortsComeAsGeoJsonWhereThatIsAskedFor() {
        carl().accept("application/geo+json")
                .queryParam("q", "najin")
                .get(PATH)
                .then()
                .statusCode(200)
                .contentType("application/geo+json")
                .body("type", equalTo("FeatureCollection"))
                .body("features.id", contains("rajin"))
                .body("features[0].properties.kind", equalTo("port"))
                .body("features[0].geometry.coordinates", contains(130.3f, 42.233f));
    }

    @Test
    void nobodySeesThemWithoutALogin() {
        given().get(PATH).then().statusCode(401);
    }
}
