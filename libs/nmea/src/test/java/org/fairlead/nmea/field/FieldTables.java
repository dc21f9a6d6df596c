package org.fairlead.nmea.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The layouts as the tables of docs/reference/decode.md and as the properties of its JSON Schema.
final class FieldTables {

    private FieldTables() {}

    /// One table for each kind of message.
    static String markdown() {
        var text = new StringBuilder();
        for (var layout : MessageFields.all()) {
            text.append("### ").append(layout.title()).append("\n\n");
            text.append(
                    "| bits | raw | with unit | values | not available |\n|---|---|---|---|---|\n");
            rows(text, layout, "", "");
            text.append('\n');
        }
        return text.toString();
    }

    private static void rows(StringBuilder text, Layout layout, String rawPrefix, String prefix) {
        for (var placed : layout.fields()) {
            var field = placed.field();
            text.append(
                    "| %s | `%s%s` | `%s%s` | %s | %s |%n"
                            .formatted(
                                    bits(placed),
                                    rawPrefix,
                                    field.raw(),
                                    prefix,
                                    field.name(),
                                    values(field),
                                    absent(field)));
            if (field instanceof Field.Group group) {
                for (var element : group.elements().all().stream().distinct().toList()) {
                    if (group.elements().all().size() > 1) {
                        text.append("| | | | *").append(element.title()).append("*: | |\n");
                    }
                    rows(text, element, field.raw() + "[].", field.name() + "[].");
                }
            }
        }
    }

    private static String bits(Layout.Placed placed) {
        return switch (placed.field()) {
            case Field.Last last -> "last " + last.width();
            case Field.NotSent nothing -> "–";
            case Field.Group group -> placed.at() + "…, each " + group.elements().size();
            case Field.Moment moment when moment.width() == 0 -> placed.at() + "…";
            case Field field when field.width() == 0 -> placed.at() + "…end";
            case Field field -> placed.at() + "+" + field.width();
        };
    }

    private static String values(Field field) {
        return switch (field) {
            case Field.Number number -> number(number);
            case Field.Turn turn -> "4.733 × √(°/min), starboard positive; ±127: over 10°/min";
            case Field.Last last -> "number";
            case Field.Tail tail -> "number; shorter where the message ends before";
            case Field.NotSent nothing -> "raw: 0";
            case Field.Flag flag -> "true, false";
            case Field.Text text -> "text";
            case Field.AidName name -> "text, up to 34 characters";
            case Field.TargetId id -> "text: digits or call sign";
            case Field.PartLetter letter -> "A, B";
            case Field.Data data -> "`bits:hexadecimal`";
            case Field.Moment moment -> "parts of a UTC time";
            case Field.Group group ->
                    group.countWidth() == 0
                            ? "list to the end"
                            : "list, its length in the %d bits before"
                                    .formatted(group.countWidth());
        };
    }

    private static String number(Field.Number number) {
        var text = new StringBuilder(number.isSigned() ? "signed" : "number");
        if (!number.isWhole()) {
            text.append(", 1/%,d".formatted(number.divisor()));
        }
        if (number.offset() != 0) {
            text.append(", raw %+d".formatted(number.offset()));
        }
        if (number.codes() != null && !number.codes().words().isEmpty()) {
            text.append(", code with `…Text`");
        }
        return text.toString();
    }

    private static String absent(Field field) {
        return switch (field) {
            case Field.Number number -> {
                var parts = new ArrayList<String>();
                if (number.isSigned() && number.least() > Integer.MIN_VALUE) {
                    parts.add("outside %,d to %,d".formatted(number.least(), number.most()));
                } else {
                    if (number.least() > 0) {
                        parts.add("under %,d".formatted(number.least()));
                    }
                    if (number.most() < (1L << number.width()) - 1) {
                        parts.add("over %,d".formatted(number.most()));
                    }
                }
                yield String.join(", ", parts);
            }
            case Field.Turn turn -> "-128";
            case Field.Moment moment -> "a part is impossible";
            case Field.Text text -> "empty";
            default -> "";
        };
    }

    /// Every property of either rendering with its JSON type.
    static Map<String, String> properties(Rendering rendering) {
        var properties = new TreeMap<String, String>();
        MessageFields.all().forEach(layout -> properties(properties, layout, rendering));
        return properties;
    }

    private static void properties(
            Map<String, String> properties, Layout layout, Rendering rendering) {
        for (var placed : layout.fields()) {
            var field = placed.field();
            var name = rendering == Rendering.RAW ? field.raw() : field.name();
            properties.merge(name, type(field, rendering), FieldTables::either);
            if (rendering == Rendering.UNITS
                    && field instanceof Field.Number number
                    && number.codes() != null) {
                properties.put(name + "Text", "string");
            }
            if (field instanceof Field.Group group) {
                group.elements().all().forEach(e -> properties(properties, e, rendering));
            }
        }
    }

    private static String either(String one, String other) {
        return one.equals(other) ? one : "number";
    }

    private static String type(Field field, Rendering rendering) {
        return switch (field) {
            case Field.Number number ->
                    rendering == Rendering.RAW || number.isWhole() ? "integer" : "number";
            case Field.Turn turn -> rendering == Rendering.RAW ? "integer" : "number";
            case Field.Last last -> "integer";
            case Field.Tail tail -> "integer";
            case Field.NotSent nothing -> "integer";
            case Field.Flag flag -> "boolean";
            case Field.Group group -> "array";
            case Field.Text text -> "string";
            case Field.AidName name -> "string";
            case Field.TargetId id -> "string";
            case Field.PartLetter letter -> "string";
            case Field.Data data -> "string";
            case Field.Moment moment -> "string";
        };
    }

    /// A JSON Schema of one line of output.
    static Map<String, Object> schema(Rendering rendering) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put(
                "title",
                rendering == Rendering.RAW
                        ? "One message, raw: ./fairlead decode --raw"
                        : "One message, values with units: ./fairlead decode");
        schema.put("type", "object");
        schema.put("required", List.of("line", "talker", "type", "repeat", "mmsi"));
        var properties = new LinkedHashMap<String, Object>();
        envelope(rendering).forEach((name, type) -> properties.put(name, Map.of("type", type)));
        properties(rendering).forEach((name, type) -> properties.put(name, property(type)));
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, String> envelope(Rendering rendering) {
        var envelope = new LinkedHashMap<String, String>();
        if (rendering == Rendering.RAW) {
            envelope.put("class", "string");
            envelope.put("scaled", "boolean");
        }
        envelope.put("file", "string");
        envelope.put("line", "integer");
        envelope.put(
                rendering == Rendering.RAW ? "received_ms" : "receivedAt",
                rendering == Rendering.RAW ? "integer" : "string");
        envelope.put("source", "string");
        envelope.put("talker", "string");
        envelope.put("channel", "string");
        envelope.put(rendering == Rendering.RAW ? "own_ship" : "isOwnShip", "boolean");
        envelope.put("bits", "integer");
        envelope.put("payload", "string");
        return envelope;
    }

    private static Map<String, Object> property(String type) {
        var property = new LinkedHashMap<String, Object>();
        property.put("type", type);
        if (type.equals("array")) {
            property.put("items", Map.of("type", "object"));
        }
        return property;
    }
}
