package org.fairlead.cases.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fairlead.cases.audit.AuditLogStore;
import org.fairlead.cases.casefile.CaseFile;
import org.fairlead.cases.chart.Chart;
import org.fairlead.cases.chart.Svg;
import org.fairlead.cases.evidence.Evidence;
import org.fairlead.cases.evidence.EvidenceKind;
import org.fairlead.cases.problem.CaseProblem;
import org.fairlead.proof.audit.AuditEntry;
import org.fairlead.proof.audit.AuditJson;
import org.fairlead.proof.bag.Bag;
import org.fairlead.proof.bag.Content;
import org.fairlead.proof.canonical.CanonicalJson;
import org.fairlead.proof.note.NoteSigner;
import org.fairlead.service.problem.ProblemException;

/// The files of an exported case, in their bag.
final class Dossier {

    private static final List<EvidenceKind> QUOTED =
            List.of(EvidenceKind.VESSEL, EvidenceKind.LISTING, EvidenceKind.MATCH);

    private final Payload payload;
    private final ObjectMapper json;
    private final ObjectNode register;
    private final String software;

    /// @param software name and version of what makes it
    Dossier(Payload payload, Licences licences, String software, ObjectMapper json) {
        this.payload = payload;
        this.json = json;
        this.software = software;
        this.register = Register.of(payload, json);
        Redaction.apply(register, payload.profile(), licences);
    }

    /// By their names in the ZIP.
    SortedMap<String, Content> files(Optional<NoteSigner> signer) throws IOException {
        CaseFile view = payload.view();
        String about =
                "fairlead dossier\n%s version %d profile %s\n"
                        .formatted(view.number(), view.version(), payload.profile().slug());
        var inBag =
                Bag.of(
                        carried(),
                        Map.of("README.txt", Content.of(Readme.of(payload, register))),
                        info(),
                        about,
                        signer);
        var files = new TreeMap<String, Content>();
        inBag.forEach((name, content) -> files.put(baseName(payload) + "/" + name, content));
        return files;
    }

    /// The folder of the bag, and the name of the ZIP.
    static String baseName(Payload payload) {
        return "%s-v%d%s%s"
                .formatted(
                        payload.view().number(),
                        payload.view().version(),
                        payload.profile().isRedacted() ? "-" + payload.profile().slug() : "",
                        payload.isDraft() ? "-draft" : "");
    }

    private Map<String, String> info() {
        CaseFile view = payload.view();
        var info = new LinkedHashMap<String, String>();
        info.put("Source-Organization", view.team());
        info.put("External-Identifier", view.number() + " version " + view.version());
        info.put("External-Description", view.title());
        info.put("Bagging-Date", view.changedAt().toString().substring(0, 10));
        info.put("Bag-Software-Agent", software);
        return info;
    }

    private Map<String, Content> carried() throws IOException {
        var files = new TreeMap<String, Content>();
        evidence(files);
        audit(files);
        custody(files);
        files.put("case.json", json(register));
        files.put("findings.json", json(findings()));
        files.put("timeline.csv", Content.of(TimelineCsv.write(register.path("timeline"))));
        files.put("sources.csv", Content.of(SourcesCsv.write(register)));
        files.put("entities.ftm.json", Content.of(FollowTheMoney.lines(register, quoted())));
        files.put("stix-bundle.json", json(Stix.bundle(register)));
        GeoJson.files(register).forEach((name, node) -> files.put("geo/" + name, json(node)));
        pages(files);
        return files;
    }

    private static Content json(JsonNode node) {
        return Content.of(CanonicalJson.bytes(node));
    }

    private ObjectNode findings() {
        ObjectNode findings = JsonNodeFactory.instance.objectNode();
        findings.set("questions", register.path("questions"));
        findings.set("findings", register.path("findings"));
        findings.set("assessments", register.path("assessments"));
        return findings;
    }

    private void evidence(Map<String, Content> files) throws IOException {
        var withheld = withheld();
        for (Evidence item : payload.content().evidence()) {
            if (!withheld.contains(item.id().toString())) {
                Content content = Objects.requireNonNull(payload.records().get(item.id()));
                mustBeWhole(item, content);
                files.put(Register.file(item), content);
            }
        }
    }

    private List<String> withheld() {
        var ids = new ArrayList<String>();
        register.path("withheld").forEach(one -> ids.add(one.path("id").asText()));
        return ids;
    }

    private static void mustBeWhole(Evidence item, Content content) throws IOException {
        if (!found(content).equals(item.sha256())) {
            throw new ProblemException(
                    CaseProblem.EVIDENCE_CORRUPT,
                    "Exhibit %s (%s) is no longer what was frozen, so no dossier is made. Whoever runs the platform has to bring its bytes back from a backup."
                            .formatted(item.id(), item.title()));
        }
    }

    private static String found(Content content) {
        try {
            return content.digest().sha256();
        } catch (IOException unreadable) {
            return "";
        }
    }

    private void audit(Map<String, Content> files) {
        Function<AuditEntry, JsonNode> shown =
                payload.profile().isRedacted() ? AuditJson::hashesOnly : AuditJson::node;
        files.put("audit/events.jsonl", lines(payload.audit(), shown));
        payload.checkpoint()
                .ifPresent(kept -> {
                    files.put("audit/checkpoint.txt", Content.of(kept.note()));
                    kept.timestamp()
                            .ifPresent(stamp ->
                                    files.put("audit/checkpoint.txt.tsr", Content.of(stamp)));
                    files.put("audit/proofs.json", json(proofs(payload.proofs())));
                });
    }

    private static Content lines(List<AuditEntry> entries, Function<AuditEntry, JsonNode> shown) {
        return Content.of(
                entries.stream()
                        .map(entry ->
                                new String(
                                                CanonicalJson.bytes(shown.apply(entry)),
                                                StandardCharsets.UTF_8)
                                        + "\n")
                        .collect(Collectors.joining()));
    }

    private static ObjectNode proofs(List<AuditLogStore.Inclusion> inclusions) {
        ObjectNode proofs = JsonNodeFactory.instance.objectNode();
        for (AuditLogStore.Inclusion inclusion : inclusions) {
            ObjectNode proof = proofs.putObject(Integer.toString(inclusion.sequence()));
            proof.put("leaf", inclusion.leaf());
            ArrayNode path = proof.putArray("path");
            inclusion.path().forEach(path::add);
        }
        return proofs;
    }

    private void custody(Map<String, Content> files) {
        if (!payload.profile().isRedacted()) {
            payload.custody()
                    .forEach((id, log) ->
                            files.put("custody/" + id + ".jsonl", lines(log, AuditJson::node)));
        }
    }

    private Map<String, List<String>> custodySummaries() {
        var summaries = new HashMap<String, List<String>>();
        if (!payload.profile().isRedacted()) {
            payload.custody()
                    .forEach((id, log) ->
                            summaries.put(
                                    id.toString(),
                                    log.stream()
                                            .map(event ->
                                                    "%s by %s %s"
                                                            .formatted(
                                                                    event.action(),
                                                                    event.actor(),
                                                                    event.at()))
                                            .toList()));
        }
        return summaries;
    }

    /// Records whose content the pages quote, by evidence id.
    private Map<String, JsonNode> quoted() throws IOException {
        var withheld = withheld();
        var quoted = new TreeMap<String, JsonNode>();
        for (Evidence item : payload.content().evidence()) {
            String id = item.id().toString();
            if (QUOTED.contains(item.kind()) && !withheld.contains(id)) {
                quoted.put(
                        id,
                        json.readTree(
                                Objects.requireNonNull(payload.records().get(item.id())).bytes()));
            }
        }
        return quoted;
    }

    private void pages(Map<String, Content> files) throws IOException {
        var sheet =
                new Sheet(
                        register,
                        quoted(),
                        custodySummaries(),
                        payload.audit().size(),
                        payload.checkpoint().map(AuditLogStore.Kept::note),
                        payload.profile(),
                        software);
        Map<String, Chart> charts = sheet.charts();
        files.put(
                "dossier.html",
                Content.of("<!DOCTYPE html>\n" + DossierPage.of(sheet, charts, Svg::of)));
        var placed = new ArrayList<Chart>();
        String page =
                DossierPage.of(
                        sheet,
                        charts,
                        (chart, title) -> {
                            placed.add(chart);
                            return Pdf.placeholder(placed.size() - 1, title);
                        });
        files.put(
                "dossier.pdf",
                Content.of(
                        Pdf.of(
                                page,
                                placed,
                                payload.view().changedAt(),
                                payload.view().id().getLeastSignificantBits()
                                        + payload.view().version())));
    }
}
