package org.fairlead.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The OpenAPI document of a running service beside the one that is committed under `docs/api`.
///
/// `mvn test -Dtest=ApiDescriptionTest -Dfairlead.write-docs=true` writes it anew.
public final class PublishedDescription {

    private static final String WRITE = "fairlead.write-docs";

    private PublishedDescription() {}

    /// @param part as its file is named, such as `ais`
    public static void assertIsCommitted(String part) throws IOException {
        String made =
                given().get("/q/openapi?format=yaml")
                        .then()
                        .statusCode(200)
                        .extract()
                        .body()
                        .asString();
        Path file = docs().resolve("api").resolve(part + ".yaml");
        if (Boolean.getBoolean(WRITE)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, made);
        }
        assertThat(file)
                .as("docs/api/%s.yaml is stale: run this test with -D%s=true", part, WRITE)
                .exists()
                .content()
                .isEqualTo(made);
    }

    private static Path docs() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path docs = at.resolve("docs");
            if (Files.isDirectory(docs.resolve("reference"))) {
                return docs;
            }
        }
        throw new IllegalStateException("docs/reference is in no directory above this one");
    }
}
