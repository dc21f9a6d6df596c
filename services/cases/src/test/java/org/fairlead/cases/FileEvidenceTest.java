package org.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.cases.Api.as;
import static org.fairlead.cases.Api.get;
import static org.fairlead.cases.Api.openCase;
import static org.fairlead.cases.Api.post;
import static org.fairlead.cases.Api.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "cases"))
@QuarkusTestResource(FakeSources.class)
@QuarkusTestResource(Outside.class)
@SuppressWarnings("NullAway.Init")
class FileEvidenceTest {

    private static final byte[] LETTER = "A letter.\n".getBytes(StandardCharsets.UTF_8);

    @TestHTTPResource("/")
    URI server;

    @ConfigProperty(name = "fairlead.state-dir")
    Path state;

    private static Response upload(String caseId, String name, byte[] bytes) {
        return as(Tokens.carl())
                .header("Fairlead-File-Name", name)
                .contentType("application/octet-stream")
                .body(bytes)
                .post(
                        Api.ROOT
                                + "/cases/"
                                + caseId
                                + "/evidence/files?source=a witness&licence=CC BY 4.0");
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private List<Path> kept() throws IOException {
        Path blobs = state.resolve("blobs");
        if (!Files.exists(blobs)) {
            return List.of();
        }
        try (var files = Files.walk(blobs)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void isKeptByTheHashTheServerTookAndComesBackToTheByte() throws Exception {
        String id = openCase(Tokens.carl(), "file");

        String item =
                upload(id, "../../etc/Brief an das Amt.PDF", LETTER)
                        .then()
                        .statusCode(201)
                        .body("kind", equalTo("file"))
                        .body("sha256", equalTo(sha256(LETTER)))
                        .body("sizeBytes", equalTo(LETTER.length))
                        .body("fileName", equalTo("Brief_an_das_Amt.PDF"))
                        .body("source", equalTo("a witness"))
                        .body("licence", equalTo("CC BY 4.0"))
                        .body("warnings", empty())
                        .extract()
                        .path("id");
        var content =
                get(Tokens.carl(), "/cases/" + id + "/evidence/" + item + "/content")
                        .then()
                        .statusCode(200)
                        .contentType("application/octet-stream")
                        .header(
                                "Content-Disposition",
                                equalTo("attachment; filename=\"Brief_an_das_Amt.PDF\""))
                        .header("X-Content-Type-Options", equalTo("nosniff"))
                        .header(
                                "Content-Digest",
                                equalTo(
                                        "sha-256=:%s:"
                                                .formatted(
                                                        Base64.getEncoder()
                                                                .encodeToString(
                                                                        HexFormat.of()
                                                                                .parseHex(
                                                                                        sha256(
                                                                                                LETTER))))))
                        .extract()
                        .asByteArray();

        assertThat(content).isEqualTo(LETTER);
        get(Tokens.carl(), "/cases/" + id + "/evidence/" + item)
                .then()
                .statusCode(200)
                .body("record", equalTo(null))
                .body("liveState", equalTo("same"));
    }

    @Test
    void isTheSameItemWhenUploadedAgain() {
        String id = openCase(Tokens.carl(), "twice");
        String first = upload(id, "a.txt", LETTER).then().statusCode(201).extract().path("id");

        upload(id, "b.txt", LETTER).then().statusCode(200).body("id", equalTo(first));
    }

    @Test
    void isHeldAgainstTheDigestThatWasAnnounced() throws Exception {
        String id = openCase(Tokens.carl(), "digest");
        int before = kept().size();
        byte[] mine = ("mine " + id).getBytes(StandardCharsets.UTF_8);
        String announced =
                Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256(mine)));

        var wrong =
                as(Tokens.carl())
                        .header("Fairlead-File-Name", "x")
                        .header("Content-Digest", "sha-256=:" + "A".repeat(43) + "=:")
                        .body(mine)
                        .post(Api.ROOT + "/cases/" + id + "/evidence/files");
        refused(wrong, 400, "digest-mismatch");
        assertThat(kept()).hasSize(before);
        as(Tokens.carl())
                .header("Fairlead-File-Name", "x")
                .header("Content-Digest", "sha-256=:" + announced + ":")
                .body(mine)
                .post(Api.ROOT + "/cases/" + id + "/evidence/files")
                .then()
                .statusCode(201);
    }

    @Test
    void hasANameAndAContent() {
        String id = openCase(Tokens.carl(), "nothing");

        refused(upload(id, "empty.txt", new byte[0]), 422, "invalid");
        refused(
                as(Tokens.carl())
                        .body("x".getBytes(StandardCharsets.UTF_8))
                        .post(Api.ROOT + "/cases/" + id + "/evidence/files"),
                422,
                "invalid");
        get(Tokens.carl(), "/cases/" + id + "/evidence").then().body("items", hasSize(0));
    }

    @Test
    void isRefusedWhenLargerThanMayBe() throws Exception {
        String id = openCase(Tokens.carl(), "large");
        int before = kept().size();
        byte[] large = new byte[300_001];

        assertThat(upload(id, "large.bin", large).statusCode()).isEqualTo(413);
        assertThat(kept()).hasSize(before);
    }

    @Test
    void isNotTakenFromWhoOnlyReads() {
        String id = openCase(Tokens.carl(), "readers");
        String viewer = Tokens.person("vera", Map.of("team-gulf", List.of("viewer")));

        refused(
                as(viewer)
                        .header("Fairlead-File-Name", "x")
                        .body(LETTER)
                        .post(Api.ROOT + "/cases/" + id + "/evidence/files"),
                403,
                "forbidden");
        refused(
                as(Tokens.chen())
                        .header("Fairlead-File-Name", "x")
                        .body(LETTER)
                        .post(Api.ROOT + "/cases/" + id + "/evidence/files"),
                404,
                "not-found");
    }

    @Nested
    class OfAKindToBeCarefulWith {

        /// 200 MB of zeros in 200 KB.
        @Test
        void aZipBombIsStoredAsItIsAndFlagged() throws Exception {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(bytes)) {
                zip.setLevel(Deflater.BEST_COMPRESSION);
                zip.putNextEntry(new ZipEntry("zeros"));
                byte[] zeros = new byte[1 << 20];
                for (int i = 0; i < 200; i++) {
                    zip.write(zeros);
                }
            }
            byte[] bomb = bytes.toByteArray();
            String id = openCase(Tokens.carl(), "bomb");
            long before = size();

            String item =
                    upload(id, "bomb.zip", bomb)
                            .then()
                            .statusCode(201)
                            .body("sizeBytes", equalTo(bomb.length))
                            .body("warnings[0]", containsString("archive: not opened here"))
                            .extract()
                            .path("id");

            assertThat(size() - before).isEqualTo(bomb.length);
            assertThat(
                            get(Tokens.carl(), "/cases/" + id + "/evidence/" + item + "/content")
                                    .asByteArray())
                    .isEqualTo(bomb);
        }

        private long size() throws IOException {
            long size = 0;
            for (Path file : kept()) {
                size += Files.size(file);
            }
            return size;
        }

        @Test
        void aPdfWithAScriptIsFlaggedAndSavedByTheBrowserNotShown() {
            String pdf =
                    "%PDF-1.7\n"
                            + "1 0 obj << /OpenAction << /S /JavaScript /JS (app.alert('x')) >> >>"
                            + " endobj\n";
            String id = openCase(Tokens.carl(), "script");
            String item =
                    upload(id, "invoice.pdf", pdf.getBytes(StandardCharsets.UTF_8))
                            .then()
                            .statusCode(201)
                            .body(
                                    "warnings",
                                    contains(
                                            "PDF with a script or an action: open it where it can"
                                                    + " do no harm"))
                            .extract()
                            .path("id");

            get(Tokens.carl(), "/cases/" + id + "/evidence/" + item + "/content")
                    .then()
                    .contentType("application/octet-stream")
                    .header("Content-Disposition", containsString("attachment"))
                    .header("X-Content-Type-Options", equalTo("nosniff"))
                    .header("Content-Security-Policy", containsString("sandbox"));
        }
    }

    /// Half of the body is on its way when the grant ends.
    @Test
    void leavesNothingBehindWhenTheGrantEndsInTheMiddle() throws Exception {
        String id =
                post(Tokens.carl(), "/cases", Map.of("title", "sealed", "visibility", "sealed"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        String grant =
                post(
                                Tokens.carl(),
                                "/cases/" + id + "/grants",
                                Map.of(
                                        "kind", "person",
                                        "grantee", Tokens.subjectOf("chen"),
                                        "name", "chen",
                                        "role", "contributor"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        int before = kept().size();
        byte[] body =
                ("half " + "x".repeat(200_000) + UUID.randomUUID())
                        .getBytes(StandardCharsets.UTF_8);
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            var out = socket.getOutputStream();
            out.write(
                    """
                    POST %s/cases/%s/evidence/files HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    Fairlead-File-Name: %s\r
                    Content-Type: application/octet-stream\r
                    Content-Length: %d\r
                    Connection: close\r
                    \r
                    """
                            .formatted(
                                    Api.ROOT,
                                    id,
                                    Tokens.chen(),
                                    URLEncoder.encode("half.bin", StandardCharsets.UTF_8),
                                    body.length)
                            .getBytes(StandardCharsets.UTF_8));
            out.write(body, 0, body.length / 2);
            out.flush();
            // Received means: asked for permission and found allowed.
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> kept().size() == before + 1);

            as(Tokens.carl())
                    .delete(Api.ROOT + "/cases/" + id + "/grants/" + grant)
                    .then()
                    .statusCode(204);
            out.write(body, body.length / 2, body.length - body.length / 2);
            out.flush();
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 404");
            assertThat(answer).contains("\"not-found\"");
        }
        assertThat(kept()).hasSize(before);
        get(Tokens.carl(), "/cases/" + id + "/evidence").then().body("items", hasSize(0));
    }
}
