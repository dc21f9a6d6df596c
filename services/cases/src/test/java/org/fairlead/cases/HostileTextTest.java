package org.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.cases.Api.as;
import static org.fairlead.cases.Api.get;
import static org.fairlead.cases.Api.openCase;
import static org.fairlead.cases.Api.post;
import static org.fairlead.cases.Api.refused;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Text that means harm, in every field that takes text: kept as it is and told as text, or refused
/// with the field's name.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "cases"))
@QuarkusTestResource(FakeSources.class)
class HostileTextTest {

    private static final String MARKUP = "<script>alert('x')</script><img src=x onerror=alert(1)>";

    /// One request for each field that takes text, with the text in it, and where it stands in the
    /// answer.
    private record Field(String path, Map<String, ?> body, String at) {}

    private static List<Field> fields(String token, String caseId, String text) {
        var fields = new ArrayList<Field>();
        String in = "/cases/" + caseId;
        fields.add(new Field("/cases", Map.of("title", text), "title"));
        fields.add(new Field("/cases", Map.of("title", "t", "summary", text), "summary"));
        fields.add(new Field(in + "/notes", Map.of("text", text), "text"));
        fields.add(new Field(in + "/tasks", Map.of("title", text), "title"));
        fields.add(new Field(in + "/tasks", Map.of("title", "t", "detail", text), "detail"));
        fields.add(new Field(in + "/subjects", Map.of("kind", "vessel", "name", text), "name"));
        fields.add(new Field(in + "/questions", Map.of("text", text), "text"));
        fields.add(
                new Field(
                        in + "/findings",
                        Map.of("statement", text, "confidence", "low"),
                        "statement"));
        for (String part : List.of("title", "detail", "source")) {
            var fact =
                    new java.util.HashMap<String, String>(
                            Map.of(
                                    "at", "2024-02-09T00:00:00Z",
                                    "precision", "day",
                                    "title", "t",
                                    "source", "s"));
            fact.put(part, text);
            fields.add(new Field(in + "/facts", fact, part));
        }
        fields.add(new Field("/leads", Map.of("title", text), "title"));
        fields.add(
                new Field(
                        "/leads",
                        Map.of(
                                "title",
                                "t",
                                "why",
                                List.of(Map.of("family", "place", "statement", text))),
                        "why[0].statement"));
        fields.add(
                new Field(
                        "/leads",
                        Map.of("title", "t", "vessel", Map.of("name", text)),
                        "vessel.name"));
        fields.add(new Field("/watches", Map.of("kind", "query", "words", text), "words"));
        fields.add(
                new Field(
                        in + "/grants",
                        Map.of("kind", "person", "grantee", "g", "role", "viewer", "name", text),
                        "name"));
        fields.add(
                new Field(
                        in + "/exclusions",
                        Map.of("subject", UUID.randomUUID(), "name", "n", "reason", text),
                        "reason"));
        List<String> subjects =
                List.of("OWNER", "SHIP").stream()
                        .map(name ->
                                post(
                                                token,
                                                in + "/subjects",
                                                Map.of("kind", "company", "name", name))
                                        .<String>path("id"))
                        .toList();
        fields.add(
                new Field(
                        in + "/relations",
                        Map.of(
                                "source",
                                subjects.getFirst(),
                                "target",
                                subjects.getLast(),
                                "kind",
                                "owns",
                                "note",
                                text),
                        "note"));
        fields.add(
                new Field(
                        in + "/related",
                        Map.of("caseId", openCase(token, "related"), "reason", text),
                        "reason"));
        String href = "/api/ais/v1/activities/hostile-" + UUID.randomUUID();
        FakeSources.put(href, "{\"state\": \"open\", \"id\": \"%s\"}".formatted(UUID.randomUUID()));
        var ref = Map.of("service", "ais", "href", href);
        fields.add(
                new Field(
                        in + "/evidence",
                        Map.of("kind", "silence", "ref", ref, "note", text),
                        "note"));
        fields.add(new Field("/templates", Map.of("name", text, "content", Map.of()), "name"));
        fields.add(
                new Field(
                        "/watches", Map.of("kind", "query", "words", "w", "title", text), "title"));
        return fields;
    }

    @Test
    void markupIsTextInEveryField() {
        String team = "team-" + UUID.randomUUID().toString().substring(0, 8);
        String token = Tokens.person("hugo", Map.of(team, List.of("lead")));
        String id = openCase(token, "hostile");
        for (Field field : fields(token, id, MARKUP)) {
            Response answer = post(token, field.path(), field.body());
            assertThat(answer.statusCode()).as(field.path() + " " + field.at()).isEqualTo(201);
            assertThat(answer.contentType()).startsWith("application/json");
            assertThat(answer.<String>path(field.at())).isEqualTo(MARKUP);
        }
        // Nothing that is sent says it is a page.
        for (String part : List.of("", "/notes", "/timeline", "/audit", "/tasks")) {
            assertThat(get(token, "/cases/" + id + part).contentType())
                    .startsWith("application/json");
        }
    }

    /// The right-to-left override and its kin stand in real names: they are kept, and whoever shows
    /// them sets them apart.
    @Test
    void turnedTextIsKeptAsItIs() {
        String turned = "ANGARA \u202Egpj.exe\u202C \u2066x\u2069";
        String team = "team-" + UUID.randomUUID().toString().substring(0, 8);
        String token = Tokens.person("hugo", Map.of(team, List.of("lead")));
        String id = openCase(token, "turned");
        for (Field field : fields(token, id, turned)) {
            assertThat(post(token, field.path(), field.body()).<String>path(field.at()))
                    .as(field.path() + " " + field.at())
                    .isEqualTo(turned);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0007", "\u001b[31mred", "a\u0008b", "\u009b", "x\u0000y"})
    void controlCharactersAreRefusedByTheFieldsName(String text) {
        String team = "team-" + UUID.randomUUID().toString().substring(0, 8);
        String token = Tokens.person("hugo", Map.of(team, List.of("lead")));
        String id = openCase(token, "controls");
        for (Field field : fields(token, id, "t" + text + "t")) {
            Response answer = post(token, field.path(), field.body());
            assertThat(answer.statusCode()).as(field.path() + " " + field.at()).isIn(400, 422);
            assertThat(answer.asString()).as(field.path()).contains("character");
        }
    }

    @Test
    void linesAndTabsAreText() {
        String id = openCase(Tokens.carl(), "lines");
        post(Tokens.carl(), "/cases/" + id + "/notes", Map.of("text", "a\r\nb\tc"))
                .then()
                .statusCode(201)
                .body("text", equalTo("a\r\nb\tc"));
    }

    @Test
    void fiveMegabytesOfCommentAreRefusedWithTheLimit() {
        String id = openCase(Tokens.carl(), "long");
        refused(
                        as(Tokens.carl(), Map.of("text", "x".repeat(5 * 1024 * 1024)))
                                .post(Api.ROOT + "/cases/" + id + "/notes"),
                        422,
                        "invalid")
                .body("errors[0].pointer", equalTo("/text"))
                .body("errors[0].detail", containsString("at most 20000 characters, was 5242880"));
        get(Tokens.carl(), "/cases/" + id).then().body("counts.notes", equalTo(0));
    }
}
