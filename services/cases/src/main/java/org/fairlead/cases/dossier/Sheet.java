package org.fairlead.cases.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairlead.cases.chart.Chart;
import org.fairlead.cases.chart.Mark;

/// What a dossier shows: the register as its profile leaves it, the records it may quote, the maps.
///
/// @param register after redaction
/// @param records frozen records that are quoted, by evidence id
/// @param custody how many events each exhibit's log has, by evidence id; empty where withheld
/// @param checkpoint the signed note; absent where the platform has no key
record Sheet(
        ObjectNode register,
        Map<String, JsonNode> records,
        Map<String, List<String>> custody,
        int auditEntries,
        Optional<String> checkpoint,
        Profile profile,
        String software) {

    String text(String field) {
        return register.path(field).asText("");
    }

    JsonNode list(String field) {
        return register.path(field);
    }

    /// `E3` of an exhibit, by its id.
    Map<String, String> exhibits() {
        var names = new HashMap<String, String>();
        for (JsonNode item : list("evidence")) {
            names.put(item.path("id").asText(), item.path("exhibit").asText());
        }
        return names;
    }

    /// A map for each finding that has a place or rests on something that has.
    ///
    /// @return by the finding's id, in the order of findings
    Map<String, Chart> charts() {
        var charts = new HashMap<String, Chart>();
        for (JsonNode finding : list("findings")) {
            Chart.of(marks(finding))
                    .ifPresent(chart -> charts.put(finding.path("id").asText(), chart));
        }
        return charts;
    }

    List<Mark> marks(JsonNode finding) {
        var marks = new ArrayList<Mark>();
        if (finding.path("geometry").isObject()) {
            marks.add(new Mark(finding.path("geometry"), "finding"));
        }
        for (JsonNode link : finding.path("evidence")) {
            for (JsonNode item : list("evidence")) {
                if (item.path("id").equals(link.path("evidenceId"))
                        && item.path("geometry").isObject()) {
                    marks.add(new Mark(item.path("geometry"), item.path("exhibit").asText()));
                }
            }
        }
        return marks;
    }

    /// Of everything in the case, for one in which no finding has a place.
    Optional<Chart> overview() {
        var marks = new ArrayList<Mark>();
        for (JsonNode item : list("evidence")) {
            if (item.path("geometry").isObject() && marks.size() < 60) {
                marks.add(new Mark(item.path("geometry"), item.path("exhibit").asText()));
            }
        }
        return Chart.of(marks);
    }
}
