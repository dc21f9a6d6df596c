package org.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.cases.Api.get;
import static org.fairlead.cases.Api.move;
import static org.fairlead.cases.Api.openCase;
import static org.fairlead.cases.Api.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "cases"))
@QuarkusTestResource(FakeSources.class)
class AuditTest {

    @Test
    void tellsWhoChangedAndWhoReadInOrder() {
        String id = openCase(Tokens.carl(), "audited");
        get(Tokens.lena(), "/cases/" + id).then().statusCode(200);
        post(Tokens.carl(), "/cases/" + id + "/notes", Map.of("text", "x")).then().statusCode(201);
        move(Tokens.rosa(), id, Map.of("to", "open")).statusCode(200);
        get(Tokens.amir(), "/cases/" + id + "/export");
        get(Tokens.carl(), "/cases/" + id + "/export").then().statusCode(200);

        get(Tokens.amir(), "/cases/" + id + "/audit")
                .then()
                .body("items.sequence", contains(6, 5, 4, 3, 2, 1))
                .body(
                        "items.action",
                        contains(
                                "case-exported",
                                "case-moved",
                                "case-read",
                                "note-added",
                                "case-read",
                                "case-opened"))
                .body("items.actor", contains("carl", "rosa", "rosa", "carl", "lena", "carl"))
                .body("items[5].subject", equalTo(Tokens.subjectOf("carl")));
        get(Tokens.amir(), "/cases/" + id + "/audit/verification")
                .then()
                .body("isWhole", equalTo(true))
                .body("entries", equalTo(7))
                .body("firstBrokenAt", nullValue());
    }

    @Test
    void comesInPages() {
        String id = openCase(Tokens.carl(), "pages");
        get(Tokens.carl(), "/cases/" + id);
        get(Tokens.carl(), "/cases/" + id);
        var first = get(Tokens.amir(), "/cases/" + id + "/audit?limit=2").then().extract();

        get(Tokens.amir(), "/cases/" + id + "/audit?limit=2&cursor=" + first.path("nextCursor"))
                .then()
                .body("items.sequence", contains(1))
                .body("nextCursor", nullValue());
    }

    @Test
    void staysOneChainWhenManyReadAtOnce() throws Exception {
        String id = openCase(Tokens.carl(), "crowd");
        var reads = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 24; i++) {
            String token = i % 2 == 0 ? Tokens.carl() : Tokens.lena();
            reads.add(() -> get(token, "/cases/" + id).statusCode());
        }
        try (var crowd = Executors.newFixedThreadPool(8)) {
            for (var read : crowd.invokeAll(reads)) {
                assertThat(read.get()).isEqualTo(200);
            }
        }

        get(Tokens.amir(), "/cases/" + id + "/audit/verification")
                .then()
                .body("isWhole", equalTo(true))
                .body("entries", equalTo(25));
    }

    /// Somebody with the power of a database administrator switches the trigger off.
    @Test
    void showsThatAnEntryWasRewritten() throws SQLException {
        String id = openCase(Tokens.carl(), "manipulated");
        get(Tokens.lena(), "/cases/" + id);
        get(Tokens.rosa(), "/cases/" + id);

        try (var connection =
                        PlatformResource.database()
                                .getDatabase("postgres", "cases")
                                .getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter table audit disable trigger append_only");
            statement.execute(
                    "update audit set actor = 'carl' where actor = 'lena' and chain = '"
                            + id
                            + "'");
            statement.execute("alter table audit enable trigger append_only");
        }

        get(Tokens.amir(), "/cases/" + id + "/audit/verification")
                .then()
                .body("isWhole", equalTo(false))
                .body("firstBrokenAt", equalTo(2));
    }
}
