package org.fairlead.nmea.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the documentation says of the fields is what the decoder does. After a change, run with
/// `-Dfairlead.write-docs=true` to have it written.
class DocumentationTest {

    private static final String BEGIN = "<!-- tables: written by DocumentationTest -->\n";

    private static Path docs() {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("docs/reference"))) {
                return at.resolve("docs/reference");
            }
        }
        throw new IllegalStateException("docs/reference is not above this module");
    }

    private static boolean isToBeWritten() {
        return Boolean.getBoolean("fairlead.write-docs");
    }

    @Test
    void everyFieldIsInTheReference() throws IOException {
        var page = docs().resolve("decode.md");
        var text = Files.readString(page);
        var head = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
        var expected = head + "\n" + FieldTables.markdown();
        if (isToBeWritten()) {
            Files.writeString(page, expected);
            return;
        }

        assertThat(text).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void everyFieldIsInTheSchema(Rendering rendering) throws IOException {
        var json = new ObjectMapper();
        var file =
                docs().resolve(
                                rendering == Rendering.RAW
                                        ? "decode-raw.schema.json"
                                        : "decode.schema.json");
        var expected = json.valueToTree(FieldTables.schema(rendering));
        if (isToBeWritten()) {
            var text = json.writerWithDefaultPrettyPrinter().writeValueAsString(expected);
            Files.writeString(file, text + "\n");
            return;
        }

        assertThat(json.readTree(file.toFile())).isEqualTo(expected);
    }
}
