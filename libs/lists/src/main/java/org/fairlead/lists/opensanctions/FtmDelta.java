package org.fairlead.lists.opensanctions;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fairlead.lists.UnreadableFile;
import org.jspecify.annotations.Nullable;

/// OpenSanctions' `entities.delta.json`: `{"op":"ADD|MOD|DEL","entity":{…}}` a line, against the
/// version before. Applied to that version's whole file it gives the next one's.
public final class FtmDelta {

    private FtmDelta() {}

    /// What became of a delta.
    public sealed interface Outcome {

        record Applied(int added, int modified, int deleted) implements Outcome {}

        record Refused(String reason) implements Outcome {}
    }

    /// Writes the whole file after the delta.
    ///
    /// @param base the whole file before it
    public static Outcome apply(InputStream base, InputStream delta, OutputStream result)
            throws IOException {
        try {
            var changes = new LinkedHashMap<String, @Nullable JsonNode>();
            int[] counts = new int[3];
            FtmJson.eachLine(delta, (json, line) -> change(json, line, changes, counts));
            if (changes.isEmpty()) {
                return new Outcome.Refused("the delta changes nothing");
            }
            var writer = new BufferedWriter(new OutputStreamWriter(result, StandardCharsets.UTF_8));
            FtmJson.eachLine(
                    base,
                    (entity, line) -> {
                        String id = entity.path("id").asText();
                        boolean isChanged = changes.containsKey(id);
                        write(writer, isChanged ? changes.remove(id) : entity);
                    });
            for (JsonNode added : changes.values()) {
                write(writer, added);
            }
            writer.flush();
            return new Outcome.Applied(counts[0], counts[1], counts[2]);
        } catch (UnreadableFile fault) {
            return new Outcome.Refused(fault.reason());
        }
    }

    private static void change(
            JsonNode json, int line, Map<String, @Nullable JsonNode> changes, int[] counts)
            throws UnreadableFile {
        var entity = json.path("entity");
        String id = entity.path("id").asText();
        int operation = List.of("ADD", "MOD", "DEL").indexOf(json.path("op").asText());
        if (operation < 0 || id.isEmpty()) {
            throw new UnreadableFile(
                    "line %d: expected op ADD, MOD or DEL and an entity with an id"
                            .formatted(line));
        }
        counts[operation]++;
        changes.put(id, operation == 2 ? null : entity);
    }

    private static void write(Writer writer, @Nullable JsonNode entity) {
        try {
            if (entity != null) {
                writer.write(entity.toString());
                writer.write('\n');
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
