package org.fairlead.nmea;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// gpsd's answer for one message as the tuple [GpsdTuple] makes of ours.
final class GpsdJson {

    private static final Pattern FIELD =
            Pattern.compile("\"(\\w+)\":(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^,}]+))");

    private GpsdJson() {}

    static @Nullable String tuple(String json) {
        var f =
                FIELD.matcher(json)
                        .results()
                        .collect(
                                Collectors.toMap(
                                        m -> m.group(1),
                                        m -> m.group(2) == null ? m.group(3) : unescape(m.group(2)),
                                        (first, second) -> first));
        if (field(f, "mmsi").length() > 9) {
            return null; // no MMSI, so we reject the message (see Reason.MMSI_RANGE)
        }
        return switch (field(f, "type")) {
            case "1", "2", "3" ->
                    join(
                            f,
                            "status",
                            "turn",
                            "speed",
                            "accuracy",
                            "lon",
                            "lat",
                            "course",
                            "heading",
                            "second");
            case "4", "11" -> join(f, "timestamp", "accuracy", "lon", "lat");
            case "5" ->
                    join(
                            f,
                            "imo",
                            "callsign",
                            "shipname",
                            "shiptype",
                            "to_bow",
                            "to_stern",
                            "to_port",
                            "to_starboard",
                            "eta",
                            "draught",
                            "destination");
            case "9" -> join(f, "alt", "speed", "accuracy", "lon", "lat", "course", "second");
            case "18" -> join(f, "speed", "accuracy", "lon", "lat", "course", "heading", "second");
            case "19" ->
                    join(
                            f,
                            "speed",
                            "accuracy",
                            "lon",
                            "lat",
                            "course",
                            "heading",
                            "second",
                            "shipname",
                            "shiptype",
                            "to_bow",
                            "to_stern",
                            "to_port",
                            "to_starboard");
            case "21" ->
                    join(
                            f,
                            "aid_type",
                            "name",
                            "accuracy",
                            "lon",
                            "lat",
                            "to_bow",
                            "to_stern",
                            "to_port",
                            "to_starboard",
                            "off_position",
                            "virtual_aid");
            case "24" -> part24(f);
            case "27" -> join(f, "status", "accuracy", "lon", "lat", "speed", "course", "gnss");
            default -> join(f);
        };
    }

    /// Without a `part` it is a part B to which gpsd added the name from a part A before it.
    private static String part24(Map<String, String> f) {
        if ("A".equals(f.get("part"))) {
            return join(f, "shipname");
        }
        return f.containsKey("mothership_mmsi")
                ? join(f, "shiptype", "callsign", "mothership_mmsi")
                : join(f, "shiptype", "callsign", "to_bow", "to_stern", "to_port", "to_starboard");
    }

    private static String join(Map<String, String> fields, String... names) {
        var out =
                new StringBuilder(
                        field(fields, "type")
                                + "|"
                                + field(fields, "repeat")
                                + "|"
                                + field(fields, "mmsi"));
        for (var name : names) {
            out.append('|').append(normal(name, fields, field(fields, name).stripTrailing()));
        }
        return out.toString();
    }

    /// What "not available", and what the standard does not allow, is on our side.
    private static String normal(String name, Map<String, String> fields, String value) {
        return switch (name) {
            case "second" -> number(value) >= 60 ? "60" : value;
            case "heading" -> number(value) >= 360 ? "511" : value;
            case "course" ->
                    "27".equals(field(fields, "type"))
                            ? value
                            : number(value) >= 3_600 ? "3600" : value;
            case "turn" ->
                    Math.abs(number(value)) == 127
                            ? Integer.toString(number(value) / 127 * 15)
                            : value;
            case "eta" -> value.startsWith("00-00") ? "00-00T24:60Z" : value;
            case "accuracy" -> isNowhere(fields) ? "nowhere" : value;
            case "lon", "lat" -> isNowhere(fields) ? "" : value;
            case "timestamp" -> utc(value);
            default -> value;
        };
    }

    private static boolean isNowhere(Map<String, String> fields) {
        var unit = "27".equals(field(fields, "type")) ? 600 : 600_000;
        return Math.abs(number(field(fields, "lat"))) > 90 * unit
                || Math.abs(number(field(fields, "lon"))) > 180 * unit;
    }

    private static String utc(String value) {
        try {
            return Instant.parse(value).toString();
        } catch (DateTimeParseException impossible) {
            return "?";
        }
    }

    private static String field(Map<String, String> fields, String name) {
        return Objects.requireNonNull(fields.get(name), name);
    }

    private static int number(String value) {
        return Integer.parseInt(value);
    }

    private static String unescape(String text) {
        return text.replace("\\\"", "\"").replace("\\/", "/").replace("\\\\", "\\");
    }
}
