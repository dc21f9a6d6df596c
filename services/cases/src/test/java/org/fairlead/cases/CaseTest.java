package org.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.cases.Api.as;
import static org.fairlead.cases.Api.get;
import static org.fairlead.cases.Api.move;
import static org.fairlead.cases.Api.openCase;
import static org.fairlead.cases.Api.post;
import static org.fairlead.cases.Api.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "cases"))
@QuarkusTestResource(FakeSources.class)
class CaseTest {

    @Nested
    class ANewCase {
        @Test
        void isInTriageWithANumberOfItsTeamAndYear() {
            post(
                            Tokens.carl(),
                            "/cases",
                            Map.of("title", "  Silence off Rajin ", "priority", "high"))
                    .then()
                    .statusCode(201)
                    .header("ETag", "\"1\"")
                    .header("Location", matchesPattern("/api/cases/v1/cases/[0-9a-f-]{36}"))
                    .body("number", matchesPattern("GULF-20[0-9]{2}-[0-9]{4}"))
                    .body("title", equalTo("Silence off Rajin"))
                    .body("state", equalTo("triage"))
                    .body("priority", equalTo("high"))
                    .body("handling", equalTo("tlp-amber"))
                    .body("isSynthetic", equalTo(false))
                    .body("openedBy", equalTo("carl"))
                    .body("version", equalTo(1))
                    .body("counts.leads", equalTo(0))
                    .body("transitions", contains("open", "on-hold", "closed"));
        }

        @Test
        void hasANumberThatTellsNothingOfOtherCases() {
            var counts = new HashSet<Integer>();
            boolean isRisingByOne = true;
            int before = -1;
            for (int i = 0; i < 6; i++) {
                int count = countOf(openCase(Tokens.carl(), "number " + i));
                assertThat(counts.add(count)).isTrue();
                isRisingByOne &= before < 0 || count == before + 1;
                before = count;
            }

            assertThat(isRisingByOne).isFalse();
        }

        private int countOf(String id) {
            String number = get(Tokens.carl(), "/cases/" + id).then().extract().path("number");
            return Integer.parseInt(number.substring(number.lastIndexOf('-') + 1));
        }

        @Test
        void refusesWhatItDoesNotKnow() {
            refused(
                            post(Tokens.carl(), "/cases", Map.of("title", "x", "secret", 1)),
                            422,
                            "invalid")
                    .body("errors[0].pointer", equalTo("/secret"));
            refused(
                            post(Tokens.carl(), "/cases", Map.of("title", "x", "priority", "huge")),
                            422,
                            "invalid")
                    .body("errors[0].pointer", equalTo("/priority"));
            refused(post(Tokens.carl(), "/cases", "{\"title\":"), 400, "malformed");
        }
    }

    @Nested
    class AnEditedCase {
        @Test
        void takesAMergePatch() {
            String id = openCase(Tokens.carl(), "first words");

            as(Tokens.carl(), "{\"summary\":\"Seen twice.\",\"handling\":\"tlp-amber-strict\"}")
                    .header("If-Match", "\"1\"")
                    .contentType("application/merge-patch+json")
                    .patch(Api.ROOT + "/cases/" + id)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"2\"")
                    .body("title", equalTo("first words"))
                    .body("summary", equalTo("Seen twice."))
                    .body("handling", equalTo("tlp-amber-strict"));
            as(Tokens.carl(), "{\"summary\":null}")
                    .header("If-Match", "\"2\"")
                    .contentType("application/merge-patch+json")
                    .patch(Api.ROOT + "/cases/" + id)
                    .then()
                    .statusCode(200)
                    .body("summary", nullValue());
        }

        @Test
        void isNotOverwrittenByASecondEditor() {
            String id = openCase(Tokens.carl(), "both look at this");
            String seen = get(Tokens.lena(), "/cases/" + id).then().extract().header("ETag");

            as(Tokens.carl(), Map.of("title", "carl was first"))
                    .header("If-Match", seen)
                    .patch(Api.ROOT + "/cases/" + id)
                    .then()
                    .statusCode(200);
            var late =
                    as(Tokens.lena(), Map.of("title", "lena was second"))
                            .header("If-Match", seen)
                            .patch(Api.ROOT + "/cases/" + id);

            refused(late, 412, "precondition-failed")
                    .header("ETag", "\"2\"")
                    .body("current.title", equalTo("carl was first"))
                    .body("current.version", equalTo(2));
            get(Tokens.lena(), "/cases/" + id).then().body("title", equalTo("carl was first"));
        }

        @Test
        void needsToKnowWhichVersionWasSeen() {
            String id = openCase(Tokens.carl(), "no version");

            refused(
                    as(Tokens.carl(), Map.of("title", "x")).patch(Api.ROOT + "/cases/" + id),
                    428,
                    "precondition-required");
            refused(
                    as(Tokens.carl(), Map.of("to", "open"))
                            .post(Api.ROOT + "/cases/" + id + "/transitions"),
                    428,
                    "precondition-required");
        }

        @Test
        void refusesFieldsThatAreNotForEditing() {
            String id = openCase(Tokens.carl(), "fields");

            refused(
                            as(Tokens.carl(), Map.of("number", "GULF-1"))
                                    .header("If-Match", "\"1\"")
                                    .patch(Api.ROOT + "/cases/" + id),
                            422,
                            "invalid")
                    .body("errors[0].pointer", equalTo("/number"));
        }
    }

    @Nested
    class ACaseOnItsWay {
        @Test
        void goesFromTriageToClosedAndBack() {
            String id = openCase(Tokens.carl(), "the whole way");

            move(Tokens.carl(), id, Map.of("to", "open")).statusCode(200);
            move(Tokens.carl(), id, Map.of("to", "in-review")).statusCode(200);
            move(Tokens.rosa(), id, Map.of("to", "closed", "outcome", "inconclusive"))
                    .statusCode(200)
                    .body("outcome", equalTo("inconclusive"))
                    .body("transitions", contains("reopened"));
            move(Tokens.carl(), id, Map.of("to", "reopened", "reason", "A new image."))
                    .statusCode(200)
                    .body("state", equalTo("reopened"))
                    .body("outcome", nullValue());
        }

        @Test
        void takesNoStepTheTableDoesNotHave() {
            String id = openCase(Tokens.carl(), "no shortcut");

            move(Tokens.carl(), id, Map.of("to", "in-review"))
                    .statusCode(409)
                    .body("code", equalTo("transition-not-allowed"));
            move(Tokens.carl(), id, Map.of("to", "closed"))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/outcome"));
            move(Tokens.carl(), id, Map.of("to", "on-hold"))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/reason"));
        }

        @Test
        void takesNothingMoreWhenClosed() {
            String id = openCase(Tokens.carl(), "closed");
            move(Tokens.carl(), id, Map.of("to", "closed", "outcome", "duplicate")).statusCode(200);

            refused(
                    post(Tokens.carl(), "/cases/" + id + "/notes", Map.of("text", "late")),
                    409,
                    "case-closed");
            refused(
                    as(Tokens.carl(), Map.of("title", "late"))
                            .header("If-Match", "\"2\"")
                            .patch(Api.ROOT + "/cases/" + id),
                    409,
                    "case-closed");
        }
    }

    @Nested
    class ARequestWithAKey {
        @Test
        void countsOnce() {
            String key = UUID.randomUUID().toString();

            var first = withKey(key, Map.of("title", "once"));
            var second = withKey(key, Map.of("title", "once"));

            assertThat(first.statusCode()).isEqualTo(201);
            assertThat(second.statusCode()).isEqualTo(201);
            assertThat(second.asString()).isEqualTo(first.asString());
            assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        }

        @Test
        void isRefusedForAnotherRequest() {
            String key = UUID.randomUUID().toString();
            withKey(key, Map.of("title", "this")).then().statusCode(201);

            refused(withKey(key, Map.of("title", "that")), 422, "idempotency-key-reused");
        }

        @Test
        void keepsARefusalFromCountingAsTheAnswer() {
            String key = UUID.randomUUID().toString();
            refused(withKey(key, Map.of("title", "")), 422, "invalid");

            withKey(key, Map.of("title", "now with a title")).then().statusCode(201);
        }

        @Test
        void movesACaseOnce() {
            String id = openCase(Tokens.carl(), "moved once");
            String key = UUID.randomUUID().toString();

            var first = moveWithKey(id, key, "open");
            var again = moveWithKey(id, key, "open");

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(again.header("ETag")).isEqualTo(first.header("ETag")).isEqualTo("\"2\"");
            assertThat(again.asString()).isEqualTo(first.asString());
            refused(moveWithKey(id, key, "on-hold"), 422, "idempotency-key-reused");
            get(Tokens.carl(), "/cases/" + id).then().body("version", equalTo(2));
        }

        private io.restassured.response.Response moveWithKey(String id, String key, String to) {
            return as(Tokens.carl(), Map.of("to", to))
                    .header("If-Match", "\"1\"")
                    .header("Idempotency-Key", key)
                    .post(Api.ROOT + "/cases/" + id + "/transitions");
        }

        private io.restassured.response.Response withKey(String key, Object body) {
            return as(Tokens.carl(), body).header("Idempotency-Key", key).post(Api.ROOT + "/cases");
        }
    }

    @Nested
    class TheList {
        @Test
        void findsCasesByTitleNumberAndVessel() {
            String word = "w" + UUID.randomUUID().toString().substring(0, 8);
            String id = openCase(Tokens.carl(), "About " + word.toUpperCase(java.util.Locale.ROOT));
            String number = get(Tokens.carl(), "/cases/" + id).then().extract().path("number");
            post(
                            Tokens.carl(),
                            "/cases/" + id + "/subjects",
                            Map.of("kind", "vessel", "imo", "9179842", "name", "MV " + word))
                    .then()
                    .statusCode(201);

            for (String words : new String[] {word, number, "mv " + word}) {
                as(Tokens.carl())
                        .queryParam("q", words)
                        .get(Api.ROOT + "/cases")
                        .then()
                        .statusCode(200)
                        .body("items.id", hasItem(id));
            }
            as(Tokens.carl())
                    .queryParam("q", "%")
                    .get(Api.ROOT + "/cases")
                    .then()
                    .body("items.id", not(hasItem(id)));
        }

        @Test
        void comesInPagesThatNeitherRepeatNorSkip() {
            for (int i = 0; i < 5; i++) {
                openCase(Tokens.paula(), "page " + i);
            }
            var seen = new HashSet<String>();
            String cursor = null;
            int pages = 0;
            do {
                var request = as(Tokens.paula()).queryParam("limit", 2);
                if (cursor != null) {
                    request.queryParam("cursor", cursor);
                }
                var page = request.get(Api.ROOT + "/cases").then().statusCode(200).extract();
                for (String id : page.<java.util.List<String>>path("items.id")) {
                    assertThat(seen.add(id)).as("seen once").isTrue();
                }
                cursor = page.path("nextCursor");
                pages++;
            } while (cursor != null);
            assertThat(seen.size()).isGreaterThanOrEqualTo(5);
            assertThat(pages).isEqualTo((seen.size() + 1) / 2);
        }

        @Test
        void refusesAStateItDoesNotKnow() {
            refused(get(Tokens.carl(), "/cases?state=lost"), 422, "invalid");
            refused(get(Tokens.carl(), "/cases?limit=0"), 422, "invalid");
            refused(get(Tokens.carl(), "/cases?cursor=nonsense"), 422, "invalid");
        }
    }

    @Nested
    class NotesAndFacts {
        @Test
        void areAddedAndCounted() {
            String id = openCase(Tokens.carl(), "notes");

            post(Tokens.carl(), "/cases/" + id + "/notes", Map.of("text", "Looks odd."))
                    .then()
                    .statusCode(201)
                    .body("author", equalTo("carl"));

            get(Tokens.lena(), "/cases/" + id + "/notes")
                    .then()
                    .body("items.text", contains("Looks odd."));
            get(Tokens.lena(), "/cases/" + id)
                    .then()
                    .body("counts.notes", equalTo(1))
                    .body("version", equalTo(2));
        }

        @Test
        void namesWhatIsWrongWithAFact() {
            String id = openCase(Tokens.carl(), "facts");
            var fact =
                    Map.of(
                            "at", "2024-02-09T00:00:00Z",
                            "to", "2024-02-08T00:00:00Z",
                            "precision", "day",
                            "title", "Moored",
                            "source", "a newspaper");

            refused(post(Tokens.carl(), "/cases/" + id + "/facts", fact), 422, "invalid")
                    .body("errors[0].pointer", equalTo("/to"));
            refused(
                            post(
                                    Tokens.carl(),
                                    "/cases/" + id + "/facts",
                                    Map.of(
                                            "at", "2024-02-09T00:00:00Z",
                                            "precision", "day",
                                            "title", "Moored",
                                            "source", "a newspaper",
                                            "latitudeDegrees", 91,
                                            "longitudeDegrees", 0)),
                            422,
                            "invalid")
                    .body("errors[0].pointer", equalTo("/latitudeDegrees"));
        }

        @Test
        void takesNoFactFromBeforeAnyRecord() {
            String id = openCase(Tokens.carl(), "long ago");
            var fact =
                    Map.of(
                            "at", "-200000-01-01T00:00:00Z",
                            "precision", "day",
                            "title", "Moored",
                            "source", "a newspaper");

            refused(post(Tokens.carl(), "/cases/" + id + "/facts", fact), 422, "invalid")
                    .body("errors[0].pointer", equalTo("/at"));
            get(Tokens.carl(), "/cases/" + id + "/timeline").then().statusCode(200);
        }
    }

    @Nested
    class SomebodyInTwoTeams {
        @Test
        void namesTheOneTheyActFor() {
            refused(get(Tokens.bo(), "/cases"), 400, "team-needed");
            as(Tokens.bo())
                    .header("Fairlead-Team", "team-pacific")
                    .get(Api.ROOT + "/cases")
                    .then()
                    .statusCode(200)
                    .body("items.findAll { it.team != 'team-pacific' }", hasSize(0));
            refused(
                    as(Tokens.carl())
                            .header("Fairlead-Team", "team-pacific")
                            .get(Api.ROOT + "/cases"),
                    403,
                    "forbidden");
        }
    }
}
