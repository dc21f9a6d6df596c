package org.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.cases.Api.as;
import static org.fairlead.cases.Api.get;
import static org.fairlead.cases.Api.openCase;
import static org.fairlead.cases.Api.post;
import static org.fairlead.cases.Api.refused;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.fairlead.proof.bag.Content;
import org.fairlead.proof.dossier.DossierCheck;
import org.fairlead.proof.finding.Finding;
import org.fairlead.proof.note.NoteKey;
import org.fairlead.proof.timestamp.TimestampAuthority;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/// What is in a dossier, held against the standards it follows.
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "cases"))
@QuarkusTestResource(FakeSources.class)
@QuarkusTestResource(Outside.class)
class DossierFormatsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OWNER = "<b>Свет</b> & 舟山 \u202Egnp.exe";

    private String caseId = "";
    private String sighting = "";
    private String bound = "";

    private static String freeze(
            String caseId, String kind, String service, String path, String record) {
        String href = "/api/%s/v1/%s".formatted(service, path);
        FakeSources.put(href, record);
        return post(
                        Tokens.carl(),
                        "/cases/" + caseId + "/evidence",
                        Map.of("kind", kind, "ref", Map.of("service", service, "href", href)))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /// A case with one of everything, an accepted finding, and hostile words.
    @BeforeEach
    void fill() {
        caseId =
                post(
                                Tokens.carl(),
                                "/cases",
                                Map.of(
                                        "title",
                                        OWNER,
                                        "summary",
                                        "She was silent.\n<script>alert(1)</script>",
                                        "handling",
                                        "tlp-clear"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        String ship =
                post(
                                Tokens.carl(),
                                "/cases/" + caseId + "/subjects",
                                Map.of(
                                        "kind",
                                        "vessel",
                                        "imo",
                                        "9179842",
                                        "mmsi",
                                        "273000001",
                                        "name",
                                        "ANGARA"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        String master =
                post(
                                Tokens.carl(),
                                "/cases/" + caseId + "/subjects",
                                Map.of("kind", "person", "name", "Ivan Example"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        post(
                        Tokens.carl(),
                        "/cases/" + caseId + "/relations",
                        Map.of(
                                "source",
                                master,
                                "target",
                                ship,
                                "kind",
                                "commands",
                                "from",
                                "2023-08-01",
                                "to",
                                "2023-08-01",
                                "note",
                                "crew list of the port"))
                .then()
                .statusCode(201);
        sighting =
                freeze(
                        caseId,
                        "sighting",
                        "imagery",
                        "sightings/" + UUID.randomUUID(),
                        "{\"from\":\"2024-02-09T02:00:00Z\",\"to\":\"2024-02-09T02:00:00Z\",\"label\":\"Zhoushan"
                                + " 舟山\",\"latitudeDegrees\":29.9,\"longitudeDegrees\":122.1,\"source\":\"a"
                                + " provider\",\"licence\":\"CC BY 4.0\"}");
        bound =
                freeze(
                        caseId,
                        "silence",
                        "ais",
                        "activities/" + UUID.randomUUID(),
                        "{\"state\":\"reappeared\",\"vessel\":{\"name\":\"ANGARA\"},\"durationHours\":31.5,\"start\":{\"at\":\"2024-01-10T00:00:00Z\",\"latitudeDegrees\":42.1,\"longitudeDegrees\":130.4},\"end\":{\"at\":\"2024-01-11T07:30:00Z\",\"latitudeDegrees\":38.0,\"longitudeDegrees\":125.0},\"licence\":\"proprietary,"
                                + " no redistribution\",\"parameters\":{\"ais.silence.opens-after\":\"PT6H\"},\"version\":2,\"derivedAt\":\"2024-02-01T00:00:00Z\"}");
        freeze(
                caseId,
                "vessel",
                "ais",
                "vessels/273000001",
                "{\"mmsi\":\"273000001\",\"imo\":\"9179842\",\"name\":\"ANGARA\",\"callSign\":\"UBCD\",\"flagClaimedByMid\":\"RU\",\"firstSeenAt\":\"2023-01-01T00:00:00Z\",\"lastSeenAt\":\"2024-02-01T00:00:00Z\",\"past\":[{\"from\":\"2023-01-01T00:00:00Z\",\"name\":\"OLD"
                        + " NAME\"}],\"nonce\":\""
                        + caseId
                        + "\"}");
        post(
                        Tokens.carl(),
                        "/cases/" + caseId + "/facts",
                        Map.of(
                                "at",
                                "2022-05-08T00:00:00Z",
                                "precision",
                                "day",
                                "title",
                                "Listed",
                                "source",
                                "OFAC",
                                "latitudeDegrees",
                                38.9,
                                "longitudeDegrees",
                                -77.0))
                .then()
                .statusCode(201);
        post(Tokens.carl(), "/cases/" + caseId + "/notes", Map.of("text", "Between us."))
                .then()
                .statusCode(201);
        post(
                        Tokens.carl(),
                        "/cases/" + caseId + "/questions",
                        Map.of("kind", "question", "text", "Where was she?"))
                .then()
                .statusCode(201);
        accept("She was at Zhoushan on 9 February 2024.");
    }

    private String accept(String statement) {
        var alternatives = new ArrayList<Map<String, Object>>();
        for (String kind :
                List.of(
                        "coverage-hole",
                        "feed-outage",
                        "shared-mmsi",
                        "another-ship",
                        "lawful-reason")) {
            alternatives.add(Map.of("kind", kind, "result", "unlikely", "reason", "Tested."));
        }
        String path = "/cases/" + caseId + "/findings";
        String finding =
                post(
                                Tokens.carl(),
                                path,
                                Map.of(
                                        "statement",
                                        statement,
                                        "confidence",
                                        "moderate",
                                        "from",
                                        "2024-02-09T00:00:00Z",
                                        "to",
                                        "2024-02-10T00:00:00Z",
                                        "evidence",
                                        List.of(
                                                Map.of(
                                                        "evidenceId",
                                                        sighting,
                                                        "stance",
                                                        "supports",
                                                        "note",
                                                        "Seen."),
                                                Map.of(
                                                        "evidenceId",
                                                        bound,
                                                        "stance",
                                                        "contradicts")),
                                        "alternatives",
                                        alternatives))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        step(Tokens.carl(), path + "/" + finding, Map.of("to", "proposed"));
        step(Tokens.rosa(), path + "/" + finding, Map.of("to", "accepted", "reason", "It holds."));
        return finding;
    }

    private static void step(String token, String path, Map<String, String> step) {
        String tag = get(token, path).then().statusCode(200).extract().header("ETag");
        as(token, step)
                .header("If-Match", tag)
                .post(Api.ROOT + path + "/transitions")
                .then()
                .statusCode(200);
    }

    private Map<String, byte[]> dossier(String query) {
        return files(
                get(Tokens.carl(), "/cases/" + caseId + "/export" + query)
                        .then()
                        .statusCode(200)
                        .contentType("application/zip")
                        .extract()
                        .asByteArray());
    }

    private static Map<String, byte[]> files(byte[] zip) {
        var files = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName();
                files.put(name.substring(name.indexOf('/') + 1), in.readAllBytes());
            }
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        }
        return files;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(
                java.util.Objects.requireNonNull(files.get(name), name), StandardCharsets.UTF_8);
    }

    private static JsonNode json(Map<String, byte[]> files, String name) throws IOException {
        return JSON.readTree(files.get(name));
    }

    private static List<Finding> check(Map<String, byte[]> files) {
        var contents = new LinkedHashMap<String, Content>();
        files.forEach((name, bytes) -> contents.put(name, Content.of(bytes)));
        return DossierCheck.of(
                contents,
                NoteKey.parse(get(Tokens.carl(), "/signing-key").asString()),
                new TimestampAuthority(Outside.authority().certificate()));
    }

    @Test
    void isWhatItSaysInEveryProfile() {
        for (String profile : List.of("full", "partner", "public")) {
            assertThat(check(dossier("?profile=" + profile)))
                    .as(profile)
                    .allMatch(Finding::isGood)
                    .anyMatch(finding ->
                            finding.what().startsWith("data/audit/checkpoint.txt existed at "));
        }
    }

    @Test
    void comesOutTheSameTwiceInEveryProfile() {
        for (String profile : List.of("full", "partner", "public")) {
            String path = "/cases/" + caseId + "/export?profile=" + profile;
            byte[] first = get(Tokens.carl(), path).asByteArray();
            get(Tokens.lena(), "/cases/" + caseId).then().statusCode(200);

            assertThat(get(Tokens.lena(), path).asByteArray()).as(profile).isEqualTo(first);
        }
    }

    @Test
    void hasAPdfThatIsPdfA() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String profile : List.of("full", "public")) {
            byte[] pdf = dossier("?profile=" + profile).get("data/dossier.pdf");
            try (var parser =
                    Foundries.defaultInstance()
                            .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_A)) {
                var result =
                        Foundries.defaultInstance()
                                .createValidator(PDFAFlavour.PDFA_2_A, false)
                                .validate(parser);

                assertThat(
                                result.getTestAssertions().stream()
                                        .map(one ->
                                                one.getRuleId().getClause()
                                                        + " "
                                                        + one.getMessage()
                                                        + " at "
                                                        + one.getLocation().getContext())
                                        .distinct()
                                        .limit(12)
                                        .toList())
                        .as(profile)
                        .isEmpty();
                assertThat(result.isCompliant()).isTrue();
                assertThat(result.getTotalAssertions()).isGreaterThan(100);
            }
        }
    }

    @Test
    void hasAPageThatAsksForNothingAndRunsNothing() {
        String page = text(dossier(""), "data/dossier.html");

        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("&lt;b&gt;Свет&lt;/b&gt; &amp; 舟山 [U+202E]gnp.exe")
                .contains("<svg ")
                .contains("She was at Zhoushan on 9 February 2024.")
                .contains("Land: Natural Earth 1:10m (public domain)")
                .contains("coverage hole")
                .contains("ais.silence.opens-after = PT6H");
        assertThat(page)
                .doesNotContain("<script")
                .doesNotContain("src=")
                .doesNotContain("<link")
                .doesNotContain("@import")
                .doesNotContain("\u202E");
        assertThat(page.replaceAll("http://www\\.w3\\.org/[^\"]*", ""))
                .doesNotContain("http://")
                .doesNotContain("https://");
    }

    /// Against the schemas the OASIS committee publishes.
    @Test
    void hasABundleThatIsStix() throws IOException {
        var bundle = json(dossier(""), "data/stix-bundle.json");
        var schemas =
                JsonSchemaFactory.getInstance(
                        SpecVersion.VersionFlag.V202012,
                        builder ->
                                builder.schemaMappers(mappers ->
                                        mappers.mapPrefix(
                                                "http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas/",
                                                "classpath:stix-2.1/")));
        var folders =
                Map.of(
                        "report",
                        "sdos",
                        "note",
                        "sdos",
                        "identity",
                        "sdos",
                        "location",
                        "sdos",
                        "relationship",
                        "sros",
                        "marking-definition",
                        "common");
        var ids = new HashSet<String>();
        bundle.path("objects").forEach(object -> ids.add(object.path("id").asText()));
        var types = new HashSet<String>();

        assertThat(bundle.path("type").asText()).isEqualTo("bundle");
        for (JsonNode object : bundle.path("objects")) {
            String type = object.path("type").asText();
            types.add(type);
            var schema =
                    schemas.getSchema(
                            SchemaLocation.of(
                                    "http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas/%s/%s.json"
                                            .formatted(
                                                    java.util.Objects.requireNonNull(
                                                            folders.get(type), type),
                                                    type)));
            assertThat(schema.validate(object)).as(object.toPrettyString()).isEmpty();
            object.path("object_refs").forEach(ref -> assertThat(ids).contains(ref.asText()));
            for (String end : List.of("source_ref", "target_ref")) {
                if (object.has(end)) {
                    assertThat(ids).contains(object.path(end).asText());
                }
            }
            object.path("object_marking_refs")
                    .forEach(ref -> assertThat(ids).contains(ref.asText()));
        }
        assertThat(ids).hasSize(bundle.path("objects").size());
        assertThat(types)
                .containsExactlyInAnyOrder(
                        "report",
                        "note",
                        "identity",
                        "location",
                        "relationship",
                        "marking-definition");
    }

    /// Against what FollowTheMoney's own schema files say of schemata and their properties.
    @Test
    void hasEntitiesThatAreFollowTheMoney() throws IOException {
        var schemata = JSON.readTree(DossierFormatsTest.class.getResource("/ftm-schema.json"));
        var lines = text(dossier(""), "data/entities.ftm.json").lines().toList();
        var ids = new HashSet<String>();
        var found = new HashSet<String>();
        for (String line : lines) {
            ids.add(JSON.readTree(line).path("id").asText());
        }

        for (String line : lines) {
            JsonNode entity = JSON.readTree(line);
            String schema = entity.path("schema").asText();
            found.add(schema);
            assertThat(schemata.has(schema)).as(schema).isTrue();
            assertThat(schemata.path(schema).path("abstract").asBoolean()).isFalse();
            Map<String, JsonNode> known = new LinkedHashMap<>();
            collect(schemata, schema, known, new HashSet<>());
            entity.path("properties")
                    .properties()
                    .forEach(property -> {
                        assertThat(known).as(schema).containsKey(property.getKey());
                        JsonNode facts =
                                java.util.Objects.requireNonNull(known.get(property.getKey()));
                        assertThat(property.getValue().isArray()).isTrue();
                        for (JsonNode value : property.getValue()) {
                            assertThat(value.isTextual()).isTrue();
                            assertThat(value.asText()).isNotBlank();
                            if (facts.has("maxLength")) {
                                assertThat(value.asText().length())
                                        .isLessThanOrEqualTo(facts.path("maxLength").asInt());
                            }
                            switch (facts.path("type").asText()) {
                                case "entity" -> assertThat(ids).contains(value.asText());
                                case "country" -> assertThat(value.asText()).matches("[a-z]{2}");
                                case "date" ->
                                        assertThat(value.asText())
                                                .matches("\\d{4}(-\\d{2}(-\\d{2})?)?.*");
                                default -> {}
                            }
                        }
                    });
            schemata.path(schema)
                    .path("required")
                    .forEach(required ->
                            assertThat(entity.path("properties").has(required.asText()))
                                    .as(schema + " needs " + required)
                                    .isTrue());
        }
        assertThat(found).contains("Vessel", "Person", "UnknownLink");
        assertThat(String.join("\n", lines)).contains("IMO9179842").contains("OLD NAME");
    }

    private static void collect(
            JsonNode schemata, String schema, Map<String, JsonNode> known, Set<String> seen) {
        if (seen.add(schema)) {
            schemata.path(schema)
                    .path("properties")
                    .properties()
                    .forEach(property -> known.put(property.getKey(), property.getValue()));
            schemata.path(schema)
                    .path("extends")
                    .forEach(parent -> collect(schemata, parent.asText(), known, seen));
        }
    }

    @Nested
    class WhatIsLeftOut {

        @Test
        void isListedByIdWithTheReason() throws IOException {
            var full = dossier("");

            assertThat(full.keySet())
                    .noneMatch(name -> name.contains(bound) && name.startsWith("data/evidence/"));
            assertThat(full.keySet())
                    .anyMatch(name -> name.contains(sighting) && name.startsWith("data/evidence/"));
            assertThat(json(full, "data/case.json").path("withheld").toString())
                    .contains(bound)
                    .contains("its licence forbids to pass it on: proprietary, no redistribution");
            assertThat(text(full, "README.txt")).contains(bound);
            assertThat(text(full, "data/dossier.html")).contains(bound);
        }

        @Test
        void doesNotTellAPartnerWhoWorkedOnItNorWhatTheySaidToEachOther() throws IOException {
            var partner = dossier("?profile=partner");
            for (var file : partner.entrySet()) {
                if (!file.getKey().endsWith(".pdf") && !file.getKey().contains("/evidence/")) {
                    assertThat(new String(file.getValue(), StandardCharsets.UTF_8))
                            .as(file.getKey())
                            .doesNotContain("carl")
                            .doesNotContain("rosa")
                            .doesNotContain("Between us.");
                }
            }
            assertThat(text(partner, "data/findings.json"))
                    .contains("investigator 1")
                    .contains("investigator 2");
            assertThat(text(partner, "data/case.json")).contains("Ivan Example");
            assertThat(partner.keySet()).noneMatch(name -> name.startsWith("data/custody/"));
            assertThat(text(partner, "data/audit/events.jsonl")).doesNotContain("\"actor\"");
        }

        @Test
        void keepsPersonsAndUnknownLicencesFromThePublic() throws IOException {
            var open = dossier("?profile=public");

            assertThat(text(open, "data/case.json")).doesNotContain("Ivan Example");
            assertThat(text(open, "data/stix-bundle.json")).doesNotContain("Ivan Example");
            assertThat(json(open, "data/case.json").path("withheld").toString())
                    .contains("a person is not named in public")
                    .contains("no licence is known");
            assertThat(open.keySet().stream().filter(name -> name.startsWith("data/evidence/")))
                    .hasSize(1);
        }

        @Test
        void isARefusalWhereThatIsWanted() {
            refused(
                    get(Tokens.carl(), "/cases/" + caseId + "/export?onLicence=refuse"),
                    409,
                    "licence-forbids");
            refused(get(Tokens.carl(), "/cases/" + caseId + "/export?onLicence=x"), 422, "invalid");
            refused(get(Tokens.carl(), "/cases/" + caseId + "/export?profile=x"), 422, "invalid");
        }
    }

    @Test
    void doesNotLeaveFurtherThanItsHandlingAllows() {
        String amber = openCase(Tokens.carl(), "amber");

        refused(
                get(Tokens.carl(), "/cases/" + amber + "/export?profile=public"),
                409,
                "handling-forbids");
        get(Tokens.carl(), "/cases/" + amber + "/export?profile=partner").then().statusCode(200);
    }

    @Test
    void isADraftOrNothingWhileAFindingWaits() {
        post(
                        Tokens.carl(),
                        "/cases/" + caseId + "/findings",
                        Map.of("statement", "Not yet.", "confidence", "low"))
                .then()
                .statusCode(201);

        refused(get(Tokens.carl(), "/cases/" + caseId + "/export"), 409, "finding-unreviewed");
        var draft = dossier("?draft=true");
        assertThat(text(draft, "README.txt")).startsWith("DRAFT");
        assertThat(text(draft, "data/dossier.html")).contains("DRAFT");
    }

    @Test
    void letsAReviewerTakeOutOnlyWhatIsRedacted() {
        String external =
                post(
                                Tokens.lena(),
                                "/cases/" + caseId + "/grants",
                                Map.of(
                                        "kind",
                                        "person",
                                        "grantee",
                                        Tokens.subjectOf("chen"),
                                        "name",
                                        "chen",
                                        "role",
                                        "external"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");

        assertThat(external).isNotEmpty();
        refused(get(Tokens.chen(), "/cases/" + caseId + "/export"), 403, "forbidden");
        get(Tokens.chen(), "/cases/" + caseId + "/export?profile=partner").then().statusCode(200);
    }
}
