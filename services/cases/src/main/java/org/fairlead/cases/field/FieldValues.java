package org.fairlead.cases.field;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.fairlead.service.json.StrictJson;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// The values of a case's own fields, as the text of a column.
public final class FieldValues {

    private static final ObjectMapper JSON = StrictJson.mapper();

    private FieldValues() {}

    public static ObjectNode read(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /// The values with a merge patch (RFC 7396) laid over them: null takes a value away. A value
    /// that was there before its field was changed stays until somebody sets it anew.
    public static String merged(String before, @Nullable JsonNode patch, List<CustomField> fields) {
        if (patch == null || patch.isNull()) {
            return before;
        }
        if (!patch.isObject()) {
            throw ProblemException.invalid("/fields", "expected an object");
        }
        ObjectNode values = read(before);
        patch.properties()
                .forEach(entry -> {
                    String key = entry.getKey();
                    JsonNode value = entry.getValue();
                    if (value.isNull()) {
                        values.remove(key);
                    } else {
                        values.set(key, checked(key, value, fields));
                    }
                });
        return values.toString();
    }

    private static JsonNode checked(String key, JsonNode value, List<CustomField> fields) {
        CustomField field =
                fields.stream()
                        .filter(one -> one.key().equals(key))
                        .findFirst()
                        .orElseThrow(() ->
                                ProblemException.invalid(
                                        "/fields/" + key,
                                        fields.isEmpty()
                                                ? "the team has no fields of its own"
                                                : "unknown field; known here: "
                                                        + String.join(
                                                                ", ",
                                                                fields.stream()
                                                                        .map(CustomField::key)
                                                                        .toList())));
        java.util.Objects.requireNonNull(field.kind())
                .faultOf(value, field.choices())
                .ifPresent(fault -> {
                    throw ProblemException.invalid("/fields/" + key, fault);
                });
        return value;
    }
}
