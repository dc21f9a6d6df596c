package org.fairlead.cases;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.fairlead.contracts.problem.Problem;

/// Calls of the tests, in the words of the API.
final class Api {

    static final String ROOT = "/api/cases/v1";

    private Api() {}

    static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    static RequestSpecification as(String token, Object body) {
        return as(token).contentType(ContentType.JSON).body(body);
    }

    static Response get(String token, String path) {
        return as(token).get(ROOT + path);
    }

    static Response post(String token, String path, Object body) {
        return as(token, body).post(ROOT + path);
    }

    /// Opens a case and gives its id.
    static String openCase(String token, String title) {
        return post(token, "/cases", Map.of("title", title))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /// Moves a case from its present version.
    static ValidatableResponse move(String token, String caseId, Map<String, String> step) {
        String tag = get(token, "/cases/" + caseId).then().statusCode(200).extract().header("ETag");
        return as(token, step)
                .header("If-Match", tag)
                .post(ROOT + "/cases/" + caseId + "/transitions")
                .then();
    }

    static ValidatableResponse refused(Response response, int status, String code) {
        return response.then()
                .statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .body("code", org.hamcrest.Matchers.equalTo(code));
    }
}
