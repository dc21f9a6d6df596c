package org.fairlead.cases.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.fairlead.cases.casefile.CaseFile;
import org.fairlead.cases.evidence.Evidence;
import org.fairlead.cases.finding.Finding;
import org.fairlead.cases.lead.Lead;
import org.fairlead.cases.timeline.CaseContent;
import org.fairlead.cases.timeline.Timeline;
import org.fairlead.proof.audit.AuditEntry;
import org.fairlead.proof.canonical.CanonicalJson;
import org.fairlead.proof.dossier.DossierCheck;
import org.fairlead.proof.note.NoteSigner;
import org.fairlead.proof.note.SignedNote;

/// The files of an exported case. Only what belongs to the version goes in: nothing that depends on
/// the day, on the reader or on other cases, so that one version gives the same bytes for ever.
final class Dossier {

    private static final String README =
            """
            %s, version %d
            %s

            case.json          the case: its words, questions, findings with what speaks for and against them,
                               assessments of sources, leads, facts, notes, history, evidence register
            timeline.csv       everything of it in the order of time (UTC)
            evidence/          the frozen records, canonical JSON (RFC 8785), byte for byte as collected
            audit/events.jsonl the log of the case up to this version: each entry with the hash of the one before
            manifest-sha256.txt  the SHA-256 of every file
            signature.txt      the signature of the manifest (Ed25519, a C2SP signed note), where the platform has a key

            How to verify, with nothing but sha256sum (on macOS: shasum -a 256):

                unzip this file into an empty directory, go there, then
                sha256sum -c manifest-sha256.txt

            Every line must end in OK. The register in case.json names the SHA-256 of each frozen
            record again, with where it came from, who collected it and when.

            The program that made it also checks the log and the signature, on any machine, with
            the platform's public key, which you should have by another way than this file:

            ./fairlead verify FILE.zip --key KEY

            What is marked synthetic was made for a demonstration or a test and is not evidence of
            anything. A silence is unexplained until somebody explains it.
            """;

    private Dossier() {}

    /// @param records frozen bytes by evidence id
    static Map<String, byte[]> files(
            CaseFile view,
            CaseContent content,
            Map<UUID, byte[]> records,
            List<AuditEntry> audit,
            boolean isDraft,
            Optional<NoteSigner> signer,
            ObjectMapper json) {
        var files = new TreeMap<String, byte[]>();
        files.put("case.json", CanonicalJson.bytes(register(view, content, isDraft, json)));
        files.put("timeline.csv", TimelineCsv.write(Timeline.of(content)));
        files.put("README.txt", readme(view, isDraft));
        records.forEach((id, bytes) -> files.put("evidence/" + id + ".json", bytes));
        files.put(DossierCheck.EVENTS, events(audit, json));
        byte[] manifest = manifest(files);
        files.put(DossierCheck.MANIFEST, manifest);
        // Beside the manifest, not in it: it is about the manifest.
        signer.ifPresent(key -> files.put(DossierCheck.SIGNATURE, signature(view, manifest, key)));
        return files;
    }

    private static byte[] readme(CaseFile view, boolean isDraft) {
        String draft = isDraft ? "DRAFT: findings in it wait for a second person.\n" : "";
        return (draft + README.formatted(view.number(), view.version(), view.title()))
                .getBytes(StandardCharsets.UTF_8);
    }

    /// Who did and who read what, up to the change that made this version. What was read since
    /// belongs to the next one, or no two exports would be the same.
    private static byte[] events(List<AuditEntry> audit, ObjectMapper json) {
        int last = 0;
        for (AuditEntry entry : audit) {
            last = entry.isRead() ? last : entry.sequence();
        }
        var lines = new StringBuilder();
        for (AuditEntry entry : audit) {
            if (entry.sequence() <= last) {
                ObjectNode line = json.valueToTree(entry);
                line.remove("read");
                lines.append(new String(CanonicalJson.bytes(line), StandardCharsets.UTF_8))
                        .append('\n');
            }
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] signature(CaseFile view, byte[] manifest, NoteSigner signer) {
        String text =
                "fairlead dossier\n%s version %d\n%s\n"
                        .formatted(view.number(), view.version(), CanonicalJson.sha256(manifest));
        return SignedNote.sign(text, signer).note().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] manifest(Map<String, byte[]> files) {
        var manifest = new StringBuilder();
        files.forEach((name, bytes) ->
                manifest.append(CanonicalJson.sha256(bytes))
                        .append("  ")
                        .append(name)
                        .append('\n'));
        return manifest.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode register(
            CaseFile view, CaseContent content, boolean isDraft, ObjectMapper json) {
        ObjectNode register = json.valueToTree(view);
        // What this reader may do with it is none of the reader's reader.
        register.remove(List.of("transitions", "actions"));
        register.put("isDraft", isDraft);
        ArrayNode leads = register.putArray("leads");
        for (Lead lead : content.leads()) {
            ObjectNode line = json.valueToTree(lead);
            line.remove(List.of("isOverdue", "dueAt", "caseIds", "version"));
            leads.add(line);
        }
        ArrayNode evidence = register.putArray("evidence");
        for (Evidence item : content.evidence()) {
            ObjectNode line = json.valueToTree(item);
            line.put("file", "evidence/" + item.id() + ".json");
            evidence.add(line);
        }
        register.set("questions", json.valueToTree(content.questions()));
        ArrayNode findings = register.putArray("findings");
        for (Finding finding : content.findings()) {
            ObjectNode line = json.valueToTree(finding);
            line.remove("missing");
            findings.add(line);
        }
        register.set("assessments", json.valueToTree(content.assessments()));
        register.set("facts", json.valueToTree(content.facts()));
        register.set("notes", json.valueToTree(content.notes()));
        register.set("history", json.valueToTree(content.history()));
        return register;
    }
}
