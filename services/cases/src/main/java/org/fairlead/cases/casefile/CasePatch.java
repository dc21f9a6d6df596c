package org.fairlead.cases.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.field.CustomField;
import org.fairlead.cases.field.FieldValues;
import org.fairlead.cases.lifecycle.Deconfliction;
import org.fairlead.cases.lifecycle.Handling;
import org.fairlead.cases.lifecycle.Priority;
import org.fairlead.cases.lifecycle.Slug;
import org.fairlead.cases.request.Fields;
import org.fairlead.cases.request.Person;
import org.fairlead.service.json.StrictJson;
import org.fairlead.service.problem.ProblemException;
import org.fairlead.service.problem.ServiceProblem;
import org.jspecify.annotations.Nullable;

/// A JSON Merge Patch (RFC 7396) of a case: absent leaves alone, null removes.
record CasePatch(Map<String, JsonNode> fields) {

    private static final ObjectMapper JSON = StrictJson.mapper();

    private static final List<String> KNOWN =
            List.of(
                    "deconfliction",
                    "dueAt",
                    "fields",
                    "handling",
                    "investigator",
                    "priority",
                    "summary",
                    "tags",
                    "title");

    static CasePatch read(@Nullable String body, ObjectMapper json) {
        JsonNode root;
        try {
            root = json.readTree(body == null ? "" : body);
        } catch (JsonProcessingException syntax) {
            throw new ProblemException(ServiceProblem.MALFORMED, "Not valid JSON.");
        }
        if (!root.isObject()) {
            throw ProblemException.invalid("/", "expected a JSON object");
        }
        var fields = new java.util.TreeMap<String, JsonNode>();
        root.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        for (String name : fields.keySet()) {
            if (!KNOWN.contains(name)) {
                throw ProblemException.invalid(
                        "/" + name, "unknown field; known here: " + String.join(", ", KNOWN));
            }
        }
        return new CasePatch(fields);
    }

    /// Names of what differs afterwards.
    ///
    /// @param own fields the case's team has beside the common ones
    List<String> applyTo(Acting acting, CaseEntity row, List<CustomField> own) {
        var changed = new ArrayList<String>();
        fields.forEach((name, value) -> {
            if (set(acting, row, name, value, own)) {
                changed.add(name);
            }
        });
        return changed;
    }

    private static boolean set(
            Acting acting, CaseEntity row, String name, JsonNode value, List<CustomField> own) {
        switch (name) {
            case "deconfliction" -> {
                Deconfliction wanted = word(name, value, Deconfliction.class);
                boolean differs = wanted != row.deconfliction;
                row.deconfliction = wanted;
                return differs;
            }
            case "dueAt" -> {
                Instant due = read(name, value, Instant.class);
                boolean differs = !Objects.equals(due, row.dueAt);
                row.dueAt = due;
                return differs;
            }
            case "fields" -> {
                String merged = FieldValues.merged(row.customFields, value, own);
                boolean differs = !merged.equals(row.customFields);
                row.customFields = merged;
                return differs;
            }
            case "investigator" -> {
                Person person = Person.checked("/investigator", read(name, value, Person.class));
                boolean differs = !Objects.equals(person.subject(), row.investigator);
                row.investigator = person.subject();
                row.investigatorName = person.name();
                return differs;
            }
            case "tags" -> {
                String[] tags = Tags.checked("/tags", read(name, value, String[].class));
                boolean differs = !Arrays.equals(tags, row.tags);
                row.tags = tags;
                return differs;
            }
            case "title" -> {
                String title = Fields.text("/title", text(name, value), NewCase.LONGEST_TITLE);
                boolean differs = !title.equals(row.title);
                row.title = title;
                return differs;
            }
            case "summary" -> {
                String summary =
                        Fields.optionalText("/summary", text(name, value), NewCase.LONGEST_SUMMARY);
                boolean differs = !java.util.Objects.equals(summary, row.summary);
                row.summary = summary;
                return differs;
            }
            case "priority" -> {
                Priority priority = word(name, value, Priority.class);
                boolean differs = priority != row.priority;
                row.priority = priority;
                return differs;
            }
            default -> {
                Handling handling = word(name, value, Handling.class);
                NewCase.mustBeCleared(acting, handling);
                boolean differs = handling != row.handling;
                row.handling = handling;
                return differs;
            }
        }
    }

    private static <T> @Nullable T read(String name, JsonNode value, Class<T> type) {
        try {
            return value.isNull() ? null : JSON.treeToValue(value, type);
        } catch (JsonProcessingException unreadable) {
            throw ProblemException.invalid(
                    "/" + name,
                    switch (type.getSimpleName()) {
                        case "Instant" -> "expected a time such as 2024-02-09T00:00:00Z";
                        case "Person" -> "expected a person with subject and name";
                        default -> "expected a list of words";
                    });
        }
    }

    private static @Nullable String text(String name, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw ProblemException.invalid("/" + name, "expected text");
        }
        return value.textValue();
    }

    private static <E extends Enum<E> & Slug> E word(String name, JsonNode value, Class<E> words) {
        return Fields.required("/" + name, Fields.word("/" + name, text(name, value), words));
    }
}
