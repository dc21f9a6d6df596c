package org.fairlead.cases.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Reads title, time, place and origin of a record. Whatever a record lacks stays absent: another
/// service's new field or missing one never keeps its record from being frozen.
final class ExhibitReader {

    /// Lines with more points are drawn from the frozen record, not from the register.
    private static final int MOST_POINTS = 5_000;

    private ExhibitReader() {}

    static Exhibit read(EvidenceKind kind, JsonNode record) {
        JsonNode main = first(record);
        return switch (kind) {
            case SILENCE ->
                    exhibit(
                            "Silence of %s%s".formatted(vessel(main), lasting(main)),
                            record,
                            main,
                            points(main.path("start"), main.path("end")),
                            time(main.path("start").path("at")),
                            time(main.path("end").path("at")));
            case ACTIVITY ->
                    exhibit(
                            activity(main),
                            record,
                            main,
                            points(main.path("start"), main.path("end")),
                            time(main.path("from")),
                            time(main.path("to")));
            case VESSEL ->
                    exhibit(
                            "Identity of " + name(main),
                            record,
                            main,
                            point(main.path("lastPosition")),
                            time(main.path("firstSeenAt")),
                            time(main.path("lastSeenAt")));
            case TRACK -> track(record);
            case SIGHTING ->
                    exhibit(
                            "Sighting" + text(main, "label").map(label -> ": " + label).orElse(""),
                            record,
                            main,
                            point(main),
                            time(main.path("from")),
                            time(main.path("to")));
            case VERDICT -> verdict(record, main);
            case MATCH ->
                    exhibit(
                            "Match of %s with %s"
                                    .formatted(
                                            vessel(main),
                                            text(main.path("listing"), "name").orElse("a listing")),
                            record,
                            main,
                            null,
                            time(main.path("listedSince")),
                            null);
            case FILE -> throw new IllegalArgumentException("a file is not read");
            case LISTING ->
                    exhibit(
                            "Listing"
                                    + text(main, "name")
                                            .or(() -> text(main.path("listing"), "name"))
                                            .or(() ->
                                                    text(record, "imo")
                                                            .map(imo -> "s of IMO " + imo))
                                            .map(name ->
                                                    name.startsWith("s of") ? name : " of " + name)
                                            .orElse(""),
                            record,
                            main,
                            null,
                            time(record.path("asOf")),
                            null);
        };
    }

    private static String activity(JsonNode main) {
        String kind =
                text(main, "kind")
                        .or(() -> text(main.path("details"), "kind"))
                        .orElse("activity")
                        .replace('-', ' ');
        String whose = main.path("vessel").isObject() ? " of " + vessel(main) : "";
        return Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + whose + lasting(main);
    }

    /// The record itself, or the first of a page of them.
    private static JsonNode first(JsonNode record) {
        for (String list : new String[] {"items", "answers"}) {
            if (record.path(list).isArray() && !record.path(list).isEmpty()) {
                return record.path(list).get(0);
            }
        }
        return record;
    }

    private static Exhibit exhibit(
            String title,
            JsonNode record,
            JsonNode main,
            @Nullable JsonNode geometry,
            @Nullable Instant from,
            @Nullable Instant to) {
        return new Exhibit(
                title,
                isSynthetic(record),
                source(main).orElse(null),
                text(main, "licence").or(() -> text(main.path("sighting"), "licence")).orElse(null),
                geometry,
                from,
                to,
                detector(main).orElse(null),
                parameters(main));
    }

    /// Rule and version, under the names the services give them.
    private static Optional<String> detector(JsonNode main) {
        return text(main, "detector")
                .or(() -> text(main.path("detector"), "name"))
                .or(() -> text(main, "method"))
                .or(() -> text(main, "rule"))
                .map(name ->
                        text(main, "detectorVersion")
                                .or(() -> text(main.path("detector"), "version"))
                                .or(() -> text(main, "methodVersion"))
                                .map(version -> name + " " + version)
                                .orElse(name))
                .or(() ->
                        main.path("version").isInt() && main.has("derivedAt")
                                ? Optional.of(
                                        "version %d, derived %s"
                                                .formatted(
                                                        main.path("version").intValue(),
                                                        main.path("derivedAt").asText()))
                                : Optional.empty());
    }

    private static @Nullable JsonNode parameters(JsonNode main) {
        JsonNode parameters = main.path("parameters");
        return parameters.isObject() && !parameters.isEmpty() ? parameters : null;
    }

    /// At the time and place of the sighting, or of the silence where the record has no sighting.
    private static Exhibit verdict(JsonNode record, JsonNode main) {
        JsonNode sighting = main.path("sighting");
        JsonNode silence = main.path("silence");
        boolean isSeen = sighting.isObject();
        return exhibit(
                "Verdict on %s: %s"
                        .formatted(vessel(main), text(main, "outcome").orElse("unknown")),
                record,
                main,
                point(sighting),
                isSeen ? time(sighting.path("from")) : time(silence.path("start").path("at")),
                isSeen ? time(sighting.path("to")) : time(silence.path("end").path("at")));
    }

    private static Exhibit track(JsonNode record) {
        JsonNode features = record.path("features");
        ArrayNode lines = JsonNodeFactory.instance.arrayNode();
        Instant from = null;
        Instant to = null;
        int points = 0;
        for (JsonNode feature : features) {
            JsonNode coordinates = feature.path("geometry").path("coordinates");
            if (coordinates.isArray() && coordinates.size() > 1) {
                lines.add(coordinates);
                points += coordinates.size();
            }
            from = from == null ? time(feature.path("properties").path("from")) : from;
            Instant end = time(feature.path("properties").path("to"));
            to = end == null ? to : end;
        }
        ObjectNode geometry = null;
        if (!lines.isEmpty() && points <= MOST_POINTS) {
            geometry = geometry("MultiLineString", lines);
        }
        String whose =
                text(features.path(0).path("properties"), "mmsi")
                        .map(mmsi -> " of MMSI " + mmsi)
                        .orElse("");
        return exhibit(
                "Track" + whose, record, features.path(0).path("properties"), geometry, from, to);
    }

    /// True when anything in the record says so: one made-up fix makes a track synthetic.
    private static boolean isSynthetic(JsonNode record) {
        return record.findValues("synthetic").stream().anyMatch(JsonNode::asBoolean);
    }

    private static String vessel(JsonNode main) {
        return name(main.path("vessel"));
    }

    private static String name(JsonNode vessel) {
        return text(vessel, "name")
                .or(() -> text(vessel, "mmsi").map(mmsi -> "MMSI " + mmsi))
                .orElse("a vessel");
    }

    private static String lasting(JsonNode silence) {
        double hours = silence.path("durationHours").asDouble(0);
        return hours > 0 ? String.format(Locale.ROOT, ", %.1f hours", hours) : "";
    }

    private static Optional<String> source(JsonNode main) {
        JsonNode sources = main.path("sources");
        if (sources.isArray() && !sources.isEmpty()) {
            return Optional.of(
                    StreamSupport.stream(sources.spliterator(), false)
                            .map(source ->
                                    source.isTextual()
                                            ? source.textValue()
                                            : source.path("name").asText(""))
                            .collect(Collectors.joining(", ")));
        }
        return text(main, "source")
                .or(() -> text(main, "authority"))
                .or(() -> text(main.path("listing"), "authority"))
                .or(() -> text(main.path("sighting"), "source"));
    }

    private static Optional<String> text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() && !value.textValue().isBlank()
                ? Optional.of(value.textValue())
                : Optional.empty();
    }

    private static @Nullable Instant time(JsonNode value) {
        if (!value.isTextual()) {
            return null;
        }
        String text = value.textValue();
        try {
            return Instant.parse(text.length() == 10 ? text + "T00:00:00Z" : text);
        } catch (DateTimeParseException notATime) {
            return null;
        }
    }

    private static @Nullable ObjectNode point(JsonNode place) {
        ArrayNode coordinates = coordinates(place);
        return coordinates == null ? null : geometry("Point", coordinates);
    }

    private static @Nullable ObjectNode points(JsonNode start, JsonNode end) {
        ArrayNode first = coordinates(start);
        ArrayNode last = coordinates(end);
        if (first == null || last == null) {
            return first == null ? null : geometry("Point", first);
        }
        return geometry("MultiPoint", JsonNodeFactory.instance.arrayNode().add(first).add(last));
    }

    private static @Nullable ArrayNode coordinates(JsonNode place) {
        JsonNode latitude = place.path("latitudeDegrees");
        JsonNode longitude = place.path("longitudeDegrees");
        return latitude.isNumber() && longitude.isNumber()
                ? JsonNodeFactory.instance.arrayNode().add(longitude).add(latitude)
                : null;
    }

    private static ObjectNode geometry(String type, ArrayNode coordinates) {
        ObjectNode geometry = JsonNodeFactory.instance.objectNode().put("type", type);
        geometry.set("coordinates", coordinates);
        return geometry;
    }
}
