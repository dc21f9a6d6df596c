package org.fairlead.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.cli.endtoend.RunningPlatform.as;

import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.fairlead.proof.bag.Content;
import org.fairlead.proof.dossier.DossierCheck;
import org.fairlead.proof.finding.Finding;
import org.fairlead.proof.note.NoteKey;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The case a new user finds, as `up` has loaded it.
class ReferenceCaseEndToEndTest {

    private static final String ANGARA = "273990179";

    private static JsonPath theCase() {
        var cases = as("carl").get("/api/cases/v1/cases?q=ANGARA").jsonPath();
        String id = cases.getString("items.find { it.title.startsWith('ANGARA') }.id");
        assertThat(id).as("the demonstration case").isNotNull();
        return as("carl").get("/api/cases/v1/cases/" + id).jsonPath();
    }

    @Test
    void isMarkedSyntheticWhereItIs() {
        assertThat(theCase().getBoolean("isSynthetic")).isTrue();
        assertThat(
                        as("carl")
                                .get("/api/ais/v1/vessels/" + ANGARA)
                                .jsonPath()
                                .getBoolean("synthetic"))
                .isTrue();
        assertThat(
                        as("carl")
                                .get("/api/ais/v1/vessels/" + ANGARA + "/track")
                                .jsonPath()
                                .getList("features.properties.synthetic", Boolean.class))
                .isNotEmpty()
                .containsOnly(true);
    }

    @Test
    void holdsSilencesOnBothSidesOfTheShortTransmission() {
        var silences =
                as("carl").get("/api/ais/v1/activities?kind=silence&mmsi=" + ANGARA).jsonPath();

        assertThat(silences.getList("items.start.at", String.class))
                .contains("2024-01-03T06:00:00Z", "2024-02-05T20:00:00Z");
        assertThat(silences.getList("items.end.at", String.class))
                .contains("2024-02-05T19:20:00Z", "2024-02-09T02:00:00Z");
    }

    @Test
    void findsHerConsistentWithRajinAndTheStrangerExcluded() {
        var sightings =
                as("carl")
                        .get(
                                "/api/imagery/v1/sightings?from=2024-01-14T00:00:00Z&to=2024-01-15T00:00:00Z")
                        .jsonPath();
        String rajin = sightings.getString("items[0].id");

        var candidates =
                as("carl").get("/api/imagery/v1/sightings/" + rajin + "/candidates").jsonPath();

        assertThat(candidates.getString("method")).isEqualTo("sea-lower-bound");
        assertThat(outcomes(candidates))
                .containsEntry(ANGARA, "consistent")
                .containsEntry("273990903", "consistent")
                .containsEntry("273990904", "excluded");
        assertThat(
                        candidates.getDouble(
                                "silent.find { it.vessel.mmsi == '"
                                        + ANGARA
                                        + "' }.margins.arrivalHours"))
                .isGreaterThan(200);
    }

    private static Map<String, String> outcomes(JsonPath candidates) {
        var outcomes = new HashMap<String, String>();
        var vessels = candidates.getList("silent.vessel.mmsi", String.class);
        var reached = candidates.getList("silent.outcome", String.class);
        for (int i = 0; i < vessels.size(); i++) {
            outcomes.put(vessels.get(i), reached.get(i));
        }
        return outcomes;
    }

    @Test
    void knowsWhoHadListedHerOnTheDay() {
        var then =
                as("carl")
                        .get("/api/sanctions/v1/vessels/9179842/listings?asOf=2024-02-09")
                        .jsonPath();
        var later =
                as("carl")
                        .get("/api/sanctions/v1/vessels/9179842/listings?asOf=2024-08-01")
                        .jsonPath();

        assertThat(then.getList("answers.findAll { it.status == 'listed' }.list", String.class))
                .containsExactly("ofac-sdn");
        assertThat(later.getList("answers.findAll { it.status == 'listed' }.list", String.class))
                .hasSize(3);
    }

    @Test
    void tellsHerChronologyInOrder() {
        var items =
                as("carl")
                        .get("/api/cases/v1/cases/" + theCase().getString("id") + "/timeline")
                        .jsonPath();

        assertThat(items.getList("items.kind", String.class))
                .contains("silence", "sighting", "verdict", "fact");
        assertThat(items.getList("items.at", String.class)).isSorted();
    }

    @Nested
    class TheOtherTeam {

        @Test
        void getsTheAnswerOfNothingAtAll() {
            String id = theCase().getString("id");
            for (String rest :
                    new String[] {
                        "", "/evidence", "/timeline", "/notes", "/leads", "/audit", "/export"
                    }) {
                var hidden = as("chen").accept("*/*").get("/api/cases/v1/cases/" + id + rest);
                var nothing =
                        as("chen")
                                .accept("*/*")
                                .get("/api/cases/v1/cases/" + UUID.randomUUID() + rest);

                assertThat(hidden.statusCode())
                        .as(rest)
                        .isEqualTo(404)
                        .isEqualTo(nothing.statusCode());
                assertThat(withoutTrace(hidden.jsonPath()))
                        .isEqualTo(withoutTrace(nothing.jsonPath()));
            }
        }

        @Test
        void findsNothingInListOrSearch() {
            assertThat(as("chen").get("/api/cases/v1/cases?q=ANGARA").jsonPath().getList("items"))
                    .isEmpty();
        }

        private static Map<String, Object> withoutTrace(JsonPath problem) {
            var fields = new HashMap<String, Object>(problem.getMap(""));
            fields.remove("traceId");
            fields.remove("instance");
            return fields;
        }
    }

    @Nested
    class TheExport {

        @Test
        void holdsWhatItsManifestSaysToTheByte() throws IOException, NoSuchAlgorithmException {
            var files = unzip(export());
            var manifest = new String(files.get("manifest-sha256.txt"), StandardCharsets.UTF_8);
            files.keySet().removeIf(name -> !name.startsWith("data/"));

            assertThat(files)
                    .containsKeys("data/case.json", "data/timeline.csv", "data/audit/events.jsonl");
            var listed = new HashMap<String, String>();
            manifest.lines().forEach(line -> listed.put(line.substring(66), line.substring(0, 64)));
            assertThat(listed.keySet()).isEqualTo(files.keySet());
            for (var file : files.entrySet()) {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(file.getValue());
                assertThat(listed).containsEntry(file.getKey(), HexFormat.of().formatHex(digest));
            }
        }

        @Test
        void isVerifiedWithThePlatformsPublicKey() throws IOException {
            String key =
                    as("carl")
                            .accept("text/plain")
                            .get("/api/cases/v1/signing-key")
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString();

            var files = new HashMap<String, Content>();
            unzip(export()).forEach((name, bytes) -> files.put(name, Content.of(bytes)));

            assertThat(DossierCheck.of(files, NoteKey.parse(key), null))
                    .allMatch(Finding::isGood)
                    .extracting(Finding::what)
                    .contains(
                            "signature.txt is signed by fairlead.local",
                            "data/audit/checkpoint.txt is signed by fairlead.local");
        }

        @Test
        void comesOutTheSameTwice() {
            assertThat(export()).isEqualTo(export());
        }

        private static byte[] export() {
            return as("carl")
                    .accept("application/zip")
                    .get("/api/cases/v1/cases/" + theCase().getString("id") + "/export")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
        }

        private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
            var files = new HashMap<String, byte[]>();
            try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
                for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    String name = entry.getName();
                    files.put(name.substring(name.indexOf('/') + 1), in.readAllBytes());
                }
            }
            return files;
        }
    }
}
