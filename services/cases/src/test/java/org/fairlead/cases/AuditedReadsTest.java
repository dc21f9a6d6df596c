package org.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.cases.Api.get;
import static org.fairlead.cases.Api.openCase;
import static org.fairlead.cases.Api.post;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Test;

/// Whatever is read of a case stands in its audit. A new endpoint is found by its annotations.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "cases"))
@QuarkusTestResource(FakeSources.class)
@QuarkusTestResource(Outside.class)
class AuditedReadsTest {

    private static final String CASE = "/api/cases/v1/cases/{id}";

    private static TreeSet<String> reads() {
        var paths = new TreeSet<String>();
        var classes =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.fairlead.cases");
        for (JavaClass type : classes) {
            if (type.isAnnotatedWith(Path.class)) {
                for (JavaMethod method : type.getMethods()) {
                    if (method.isAnnotatedWith(GET.class)) {
                        String path = type.getAnnotationOfType(Path.class).value();
                        if (method.isAnnotatedWith(Path.class)) {
                            path += "/" + method.getAnnotationOfType(Path.class).value();
                        }
                        if (path.startsWith(CASE)) {
                            paths.add(path.substring(CASE.length()));
                        }
                    }
                }
            }
        }
        return paths;
    }

    @Test
    void standInTheAuditOfTheCase() throws SQLException {
        String id = openCase(Tokens.carl(), "every read");
        String href = "/api/ais/v1/activities/" + UUID.randomUUID();
        FakeSources.put(href, "{\"state\": \"open\"}");
        String evidence =
                post(
                                Tokens.carl(),
                                "/cases/" + id + "/evidence",
                                Map.of(
                                        "kind",
                                        "silence",
                                        "ref",
                                        Map.of("service", "ais", "href", href)))
                        .path("id");
        String finding =
                post(
                                Tokens.carl(),
                                "/cases/" + id + "/findings",
                                Map.of("statement", "She was there.", "confidence", "low"))
                        .path("id");
        String task =
                post(Tokens.carl(), "/cases/" + id + "/tasks", Map.of("title", "To do")).path("id");

        var paths = reads();
        assertThat(paths).contains("", "/timeline", "/findings", "/evidence/{evidenceId}/custody");
        for (String path : paths) {
            String concrete =
                    path.replace("{evidenceId}", evidence)
                            .replace("{findingId}", finding)
                            .replace("{taskId}", task);
            assertThat(concrete).as("teach this test the new parameter").doesNotContain("{");
            long before = entries(id);
            var answer =
                    get(
                            Tokens.lena(),
                            "/cases/"
                                    + id
                                    + concrete
                                    + (path.equals("/export") ? "?draft=true" : ""));
            if (answer.statusCode() == 200) {
                assertThat(entries(id)).as("entries after GET %s", path).isGreaterThan(before);
            } else {
                assertThat(answer.statusCode()).as(path).isEqualTo(404);
            }
        }
    }

    private static long entries(String id) throws SQLException {
        try (var connection =
                        PlatformResource.database()
                                .getDatabase("postgres", "cases")
                                .getConnection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select count(*) from audit where chain = '" + id + "'")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
