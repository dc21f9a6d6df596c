package org.fairlead.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.fairlead.cli.api.PlatformApi;

/// What the reference case asks and claims, written by the team's lead and accepted by a reviewer.
final class DemoFindings {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STATEMENT =
            "ANGARA (IMO 9179842) lay at Zhoushan Xinya Shipyard, China, in February 2024.";
    private static final Map<String, String> ALTERNATIVES =
            new TreeMap<>(
                    Map.of(
                            "coverage-hole",
                            "does-not-apply: The finding rests on imagery and published reports,"
                                    + " not on reception.",
                            "feed-outage",
                            "does-not-apply: The finding rests on imagery and published reports,"
                                    + " not on a feed.",
                            "shared-mmsi",
                            "unlikely: The ship was named from the image and by her IMO number, not"
                                    + " by her MMSI.",
                            "another-ship",
                            "unlikely: Two publishers name her independently; a sister ship was not"
                                    + " ruled out by us.",
                            "lawful-reason",
                            "cannot-be-ruled-out: A stay in a shipyard is no offence; the finding"
                                    + " says nothing of why."));

    private final PlatformApi lead;
    private final PlatformApi reviewer;
    private final String caseFile;

    DemoFindings(PlatformApi lead, PlatformApi reviewer, String caseFile) {
        this.lead = lead;
        this.reviewer = reviewer;
        this.caseFile = caseFile;
    }

    /// Once, however often it is called.
    void add() {
        for (JsonNode known : lead.get(caseFile + "/findings").path("items")) {
            if (known.path("statement").asText().equals(STATEMENT)) {
                return;
            }
        }
        JsonNode question =
                lead.postOnce(
                        caseFile + "/questions",
                        JSON.createObjectNode()
                                .put("kind", "question")
                                .put("text", "Where was ANGARA in February 2024?"),
                        "demo-question");
        JsonNode made =
                lead.postOnce(
                        caseFile + "/findings",
                        finding(question.path("id").asText()),
                        "demo-finding");
        String path = caseFile + "/findings/" + made.path("id").asText();
        JsonNode proposed =
                lead.step(
                        path + "/transitions",
                        made.path("version").asInt(),
                        JSON.createObjectNode().put("to", "proposed"));
        reviewer.step(
                path + "/transitions",
                proposed.path("version").asInt(),
                JSON.createObjectNode()
                        .put("to", "accepted")
                        .put(
                                "reason",
                                "Both reports were read; they agree on ship, place and week."));
    }

    private ObjectNode finding(String questionId) {
        ObjectNode finding =
                JSON.createObjectNode()
                        .put("statement", STATEMENT)
                        .put("confidence", "high")
                        .put("questionId", questionId)
                        .put("from", "2024-02-09T00:00:00Z")
                        .put("to", "2024-02-12T00:00:00Z")
                        .put(
                                "againstNote",
                                "Nothing in the case speaks against it. The image itself is not"
                                        + " part of it.");
        for (JsonNode item : lead.get(caseFile + "/evidence?limit=200").path("items")) {
            if (item.path("title").asText().contains("Zhoushan")) {
                finding.withArray("/evidence")
                        .addObject()
                        .put("evidenceId", item.path("id").asText())
                        .put("stance", "supports")
                        .put("note", "Seen by satellite at the shipyard.");
            }
        }
        ALTERNATIVES.forEach((kind, answer) -> {
            String[] parts = answer.split(": ", 2);
            finding.withArray("/alternatives")
                    .addObject()
                    .put("kind", kind)
                    .put("result", parts[0])
                    .put("reason", parts[1]);
        });
        return finding;
    }
}
