package org.fairlead.cases.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Where each exhibit and each fact comes from and what may be done with it, as CSV (RFC 4180).
final class SourcesCsv {

    private SourcesCsv() {}

    static byte[] write(JsonNode register) {
        var csv =
                new StringBuilder(
                        "kind,id,exhibit,title,source,licence,address,collected_at,reliability,credibility,synthetic,withheld\r\n");
        for (JsonNode item : register.path("evidence")) {
            JsonNode judged = judged(register, item.path("id").asText());
            csv.append(
                    Csv.line(
                            List.of(
                                    Csv.text(item.path("kind")),
                                    Csv.text(item.path("id")),
                                    Csv.text(item.path("exhibit")),
                                    Csv.text(item.path("title")),
                                    Csv.text(item.path("source")),
                                    Csv.text(item.path("licence")),
                                    Csv.text(item.path("ref").path("href")),
                                    Csv.text(item.path("collectedAt")),
                                    Csv.text(judged.path("reliability")),
                                    Csv.plain(judged.path("credibility")),
                                    Csv.plain(item.path("synthetic")),
                                    Csv.text(item.path("withheld")))));
        }
        for (JsonNode fact : register.path("facts")) {
            csv.append(
                    Csv.line(
                            List.of(
                                    "fact",
                                    Csv.text(fact.path("id")),
                                    "",
                                    Csv.text(fact.path("title")),
                                    Csv.text(fact.path("source")),
                                    "",
                                    "",
                                    Csv.text(fact.path("addedAt")),
                                    "",
                                    "",
                                    "false",
                                    "")));
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// The newest judgement holds.
    private static JsonNode judged(JsonNode register, String id) {
        JsonNode last = com.fasterxml.jackson.databind.node.MissingNode.getInstance();
        for (JsonNode one : register.path("assessments")) {
            last = one.path("evidenceId").asText().equals(id) ? one : last;
        }
        return last;
    }
}
