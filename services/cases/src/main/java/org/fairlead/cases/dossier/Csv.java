package org.fairlead.cases.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// Cells of CSV (RFC 4180).
final class Csv {

    private Csv() {}

    static String line(List<String> cells) {
        return String.join(",", cells) + "\r\n";
    }

    static String plain(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? value.asText() : "";
    }

    /// A spreadsheet takes text that begins like a formula for one: an apostrophe in front keeps it
    /// text.
    static String text(JsonNode value) {
        String text = plain(value);
        if (text.isEmpty()) {
            return "";
        }
        String safe = "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
