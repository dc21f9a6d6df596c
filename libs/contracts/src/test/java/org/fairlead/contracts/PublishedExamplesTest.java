package org.fairlead.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.fairlead.contracts.ais.Activity;
import org.fairlead.contracts.ais.ActivityDetails;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.contracts.cases.CaseChange;
import org.fairlead.contracts.imagery.Association;
import org.fairlead.contracts.imagery.Sighting;
import org.fairlead.contracts.imagery.Verdict;
import org.fairlead.contracts.sanctions.ListVersion;
import org.fairlead.contracts.sanctions.ListingChange;
import org.fairlead.contracts.sanctions.ScreeningHit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublishedExamplesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    private static final Map<String, Class<?>> RECORDS =
            Map.of(
                    "identity", VesselIdentity.class,
                    "silence", Silence.class,
                    "sighting", Sighting.class,
                    "verdict", Verdict.class,
                    "list-version", ListVersion.class,
                    "listing-change", ListingChange.class,
                    "screening-hit", ScreeningHit.class,
                    "association", Association.class,
                    "change", CaseChange.class);

    private final ObjectMapper json =
            new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleSurvivesARoundTrip(Path example) throws IOException {
        JsonNode published = json.readTree(example.toFile());

        Object event = json.treeToValue(published, recordOf(kindOf(example)));

        assertThat(json.<JsonNode>valueToTree(event)).isEqualTo(published);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleFitsItsSchema(Path example) throws IOException {
        var schema = schemaOf(example);

        assertThat(schema.validate(json.readTree(example.toFile()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aSchemaMissesEveryRequiredFieldThatIsTakenAway(Path example) throws IOException {
        var schema = schemaOf(example);
        for (JsonNode required : schema.getSchemaNode().get("required")) {
            var without =
                    (com.fasterxml.jackson.databind.node.ObjectNode)
                            json.readTree(example.toFile());
            without.remove(required.asText());

            assertThat(schema.validate(without)).as("without " + required).isNotEmpty();
        }
    }

    @Test
    void everyTopicIsDescribed() {
        for (String topic : Topics.all()) {
            assertThat(RESOURCES.resolve(topic).resolve("v1/README.md")).exists();
        }
    }

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            var examples =
                    files.filter(file -> file.toString().contains("/examples/")).sorted().toList();
            assertThat(examples).hasSizeGreaterThan(12);
            return examples;
        }
    }

    private static Class<?> recordOf(String kind) {
        return ActivityDetails.KINDS.contains(kind)
                ? Activity.class
                : Objects.requireNonNull(RECORDS.get(kind), kind);
    }

    @Test
    void everyKindOfActivityHasASchemaAReadmeAndAnExample() throws IOException {
        for (String kind : ActivityDetails.KINDS) {
            Path folder = RESOURCES.resolve("ais").resolve(kind).resolve("v1");

            assertThat(folder.resolve("README.md")).exists();
            assertThat(json.readTree(folder.resolve("schema.json").toFile()).get("title").asText())
                    .isEqualTo(Activity.typeOf(kind));
            assertThat(folder.resolve("examples")).isNotEmptyDirectory();
        }
    }

    private static String kindOf(Path example) {
        String name = example.getFileName().toString();
        return name.substring(0, name.indexOf('.'));
    }

    private com.networknt.schema.JsonSchema schemaOf(Path example) throws IOException {
        Path folder = example.resolveSibling("..");
        Path named = folder.resolve(kindOf(example) + ".schema.json");
        Path schema = Files.exists(named) ? named : folder.resolve("schema.json");
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(json.readTree(schema.toFile()));
    }
}
