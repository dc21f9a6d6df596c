package org.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.cases.Api.get;
import static org.fairlead.cases.Api.openCase;
import static org.fairlead.cases.Api.post;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipInputStream;
import org.fairlead.proof.bag.Content;
import org.fairlead.proof.dossier.DossierCheck;
import org.fairlead.proof.finding.Finding;
import org.fairlead.proof.note.NoteKey;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "cases"))
@QuarkusTestResource(FakeSources.class)
@QuarkusTestResource(Outside.class)
class DossierTest {

    private String caseId = "";
    private String evidenceId = "";

    @BeforeEach
    void fill() {
        String href = "/api/imagery/v1/sightings/" + UUID.randomUUID();
        FakeSources.put(
                href,
                """
                {"from": "2024-02-09T02:00:00Z", "to": "2024-02-09T02:00:00Z", "label": "Zhoushan",
                 "latitudeDegrees": 29.9, "longitudeDegrees": 122.1, "source": "a provider",
                 "licence": "CC BY 4.0", "synthetic": false}
                """);
        caseId = openCase(Tokens.carl(), "=SUM(A1) is not a formula");
        evidenceId =
                post(
                                Tokens.carl(),
                                "/cases/" + caseId + "/evidence",
                                Map.of(
                                        "kind", "sighting",
                                        "ref", Map.of("service", "imagery", "href", href),
                                        "note", "Moored."))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        post(
                        Tokens.carl(),
                        "/cases/" + caseId + "/facts",
                        Map.of(
                                "at", "2022-05-08T00:00:00Z",
                                "precision", "day",
                                "title", "=Listed, \"as\" of",
                                "source", "OFAC"))
                .then()
                .statusCode(201);
        post(Tokens.carl(), "/cases/" + caseId + "/notes", Map.of("text", "Looks odd."))
                .then()
                .statusCode(201);
    }

    private byte[] export() {
        return get(Tokens.carl(), "/cases/" + caseId + "/export")
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .header("Content-Disposition", containsString("-v4.zip"))
                .extract()
                .asByteArray();
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    /// Without the folder around them.
    private static Map<String, byte[]> files(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        unzip(zip)
                .forEach((name, bytes) -> files.put(name.substring(name.indexOf('/') + 1), bytes));
        return files;
    }

    @Test
    void holdsTheCaseItsChronologyAndTheFrozenBytes() throws IOException {
        var files = files(export());

        assertThat(files.keySet())
                .containsExactly(
                        "README.txt",
                        "bag-info.txt",
                        "bagit.txt",
                        "data/audit/checkpoint.txt",
                        "data/audit/checkpoint.txt.tsr",
                        "data/audit/events.jsonl",
                        "data/audit/proofs.json",
                        "data/case.json",
                        "data/custody/" + evidenceId + ".jsonl",
                        "data/dossier.html",
                        "data/dossier.pdf",
                        "data/entities.ftm.json",
                        "data/evidence/" + evidenceId + "/record.json",
                        "data/findings.json",
                        "data/geo/evidence.geojson",
                        "data/sources.csv",
                        "data/stix-bundle.json",
                        "data/timeline.csv",
                        "manifest-sha256.txt",
                        "signature.txt",
                        "tagmanifest-sha256.txt");
        assertThat(files.get("data/evidence/" + evidenceId + "/record.json"))
                .isEqualTo(
                        get(
                                        Tokens.carl(),
                                        "/cases/" + caseId + "/evidence/" + evidenceId + "/content")
                                .asByteArray());
        var register =
                JsonPath.from(new String(files.get("data/case.json"), StandardCharsets.UTF_8));
        assertThat(register.getString("evidence[0].licence")).isEqualTo("CC BY 4.0");
        assertThat(register.getString("evidence[0].file"))
                .isEqualTo("evidence/" + evidenceId + "/record.json");
        assertThat(register.getString("notes[0].text")).isEqualTo("Looks odd.");
        assertThat(register.getMap("").keySet()).doesNotContain("transitions");
    }

    @Test
    void isVerifiedByAnybodyWithThePublicKey() throws IOException {
        String key = get(Tokens.carl(), "/signing-key").then().statusCode(200).extract().asString();
        var files = files(export());
        var contents = new LinkedHashMap<String, Content>();
        files.forEach((name, bytes) -> contents.put(name, Content.of(bytes)));

        assertThat(DossierCheck.of(contents, NoteKey.parse(key), null))
                .allMatch(Finding::isGood)
                .extracting(Finding::what)
                .contains(
                        "signature.txt is signed by fairlead.test",
                        "data/audit/checkpoint.txt is signed by fairlead.test");
        assertThat(new String(files.get("data/audit/events.jsonl"), StandardCharsets.UTF_8))
                .contains("\"action\":\"case-opened\"");
    }

    @Test
    void hasAChronologyASpreadsheetCannotMistakeForFormulas() throws IOException {
        String csv = new String(files(export()).get("data/timeline.csv"), StandardCharsets.UTF_8);

        List<String> lines = csv.lines().toList();
        assertThat(lines.get(1))
                .isEqualTo(
                        "2022-05-08T00:00:00Z,,day,fact,\"'=Listed, \"\"as\"\""
                                + " of\",,false,,,\"OFAC\",");
        assertThat(lines.get(2))
                .startsWith(
                        "2024-02-09T02:00:00Z,2024-02-09T02:00:00Z,instant,sighting,\"Sighting:"
                                + " Zhoushan\",\"Moored.\",false,29.9,122.1,\"a provider\","
                                + evidenceId);
    }

    @Test
    void comesOutByteForByteTheSameUntilTheCaseChanges() {
        byte[] first = export();
        get(Tokens.lena(), "/cases/" + caseId).then().statusCode(200);

        assertThat(export()).isEqualTo(first);
        post(Tokens.carl(), "/cases/" + caseId + "/notes", Map.of("text", "One more."));
        assertThat(get(Tokens.carl(), "/cases/" + caseId + "/export").asByteArray())
                .isNotEqualTo(first);
    }

    @Test
    void isOfOneVersionWhileOthersWrite() throws Exception {
        var stop = new AtomicBoolean();
        try (var writer = Executors.newSingleThreadExecutor()) {
            var written =
                    writer.submit(() -> {
                        int notes = 1;
                        while (!stop.get()) {
                            post(
                                            Tokens.lena(),
                                            "/cases/" + caseId + "/notes",
                                            Map.of("text", "busy"))
                                    .then()
                                    .statusCode(201);
                            notes++;
                        }
                        return notes;
                    });
            for (int i = 0; i < 15; i++) {
                var zip = get(Tokens.carl(), "/cases/" + caseId + "/export").asByteArray();
                var register =
                        JsonPath.from(
                                new String(
                                        files(zip).get("data/case.json"), StandardCharsets.UTF_8));
                // Opened, evidence and fact are three versions; each note is one more.
                assertThat(register.getList("notes")).hasSize(register.getInt("version") - 3);
            }
            stop.set(true);
            assertThat(written.get()).isGreaterThan(1);
        }
    }

    /// As its README says, with the program everybody has.
    @Test
    @EnabledOnOs(OS.LINUX)
    void isVerifiedBySha256sumAndFailsWhenAByteIsChanged(@TempDir Path directory)
            throws IOException, InterruptedException {
        for (var file : files(export()).entrySet()) {
            Path target = directory.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }

        assertThat(sha256sum(directory)).isZero();

        Path frozen = directory.resolve("data/evidence/" + evidenceId + "/record.json");
        Files.writeString(frozen, Files.readString(frozen).replace("29.9", "29.8"));
        assertThat(sha256sum(directory)).isEqualTo(1);
    }

    private static int sha256sum(Path directory) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder("sha256sum", "--strict", "-c", "manifest-sha256.txt")
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
