package org.fairlead.cases.dossier;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.fairlead.cases.evidence.Evidence;
import org.fairlead.cases.finding.Finding;
import org.fairlead.cases.lead.Lead;
import org.fairlead.cases.timeline.CaseContent;
import org.fairlead.cases.timeline.Timeline;

/// Everything a dossier says of its case, as one JSON object: what the PDF, the page and the other
/// files say is read from it, so that none says more than another.
final class Register {

    private Register() {}

    static ObjectNode of(Payload payload, ObjectMapper json) {
        CaseContent content = payload.content();
        ObjectNode register = json.valueToTree(payload.view());
        // What this reader may do with it is none of the reader's reader.
        register.remove(List.of("transitions", "actions", "counts"));
        // What changes with the day, and what not every reader sees.
        if (register.path("work") instanceof ObjectNode work) {
            work.remove(List.of("isOverdue", "supersededBy", "supersedes"));
        }
        register.put("isDraft", payload.isDraft());
        register.put("profile", payload.profile().slug());
        register.set("leads", leads(content, json));
        register.set("evidence", evidence(content, json));
        register.set("questions", json.valueToTree(content.questions()));
        ArrayNode findings = register.putArray("findings");
        for (Finding finding : content.findings()) {
            ObjectNode line = json.valueToTree(finding);
            line.remove("missing");
            findings.add(line);
        }
        register.set("assessments", json.valueToTree(content.assessments()));
        register.set("relations", json.valueToTree(content.relations()));
        register.set("facts", json.valueToTree(content.facts()));
        register.set("notes", json.valueToTree(content.notes()));
        register.set("history", json.valueToTree(content.history()));
        register.set("timeline", json.valueToTree(Timeline.of(content).items()));
        return register;
    }

    private static ArrayNode leads(CaseContent content, ObjectMapper json) {
        ArrayNode leads = json.createArrayNode();
        for (Lead lead : content.leads()) {
            ObjectNode line = json.valueToTree(lead);
            // What changes with the day, with the desk and with other cases.
            line.remove(
                    List.of(
                            "isOverdue",
                            "dueAt",
                            "caseIds",
                            "version",
                            "assignee",
                            "assigneeName",
                            "escalatedAt",
                            "snoozedUntil"));
            leads.add(line);
        }
        return leads;
    }

    /// Numbered in the order of collection: `E1` is what the pages call it.
    private static ArrayNode evidence(CaseContent content, ObjectMapper json) {
        ArrayNode evidence = json.createArrayNode();
        int number = 1;
        for (Evidence item : content.evidence()) {
            ObjectNode line = json.valueToTree(item);
            line.remove("liveState");
            line.put("exhibit", "E" + number++);
            line.put("file", file(item));
            evidence.add(line);
        }
        return evidence;
    }

    static String file(Evidence item) {
        return "evidence/%s/%s".formatted(item.id(), item.nameInDossier());
    }
}
