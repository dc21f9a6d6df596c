package org.fairlead.cases.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.fairlead.cases.chart.Chart;

/// The dossier as a page for people, the same for the browser and for the PDF but for how maps are
/// put in.
final class DossierPage {

    private static final String STYLE =
            """
            @page { size: A4; margin: 20mm 18mm 22mm 18mm;
              @top-right { content: "%1$s"; font-family: 'Fairlead Sans', 'Fairlead Wide'; font-size: 8pt; color: #5b6b77; }
              @bottom-left { content: "%2$s"; font-family: 'Fairlead Sans', 'Fairlead Wide'; font-size: 8pt; color: #5b6b77; }
              @bottom-right { content: "page " counter(page) " of " counter(pages); font-family: 'Fairlead Sans'; font-size: 8pt; color: #5b6b77; } }
            body { font-family: 'Fairlead Sans', 'Fairlead Wide', 'DejaVu Sans', Verdana, sans-serif; font-size: 9.5pt; line-height: 1.45; color: #1d2b36; margin: 0; }
            @media screen { body { max-width: 56em; margin: 2em auto; padding: 0 1em; } }
            h1 { font-size: 20pt; line-height: 1.2; margin: 0 0 4mm 0; }
            h2 { font-size: 13pt; margin: 9mm 0 3mm 0; border-bottom: 1px solid #9fb2bf; padding-bottom: 1mm; page-break-after: avoid; }
            h3 { font-size: 10.5pt; margin: 5mm 0 1.5mm 0; page-break-after: avoid; }
            p { margin: 0 0 2mm 0; }
            table { width: 100%%; border-collapse: collapse; margin: 1.5mm 0 3mm 0; font-size: 8pt; -fs-table-paginate: paginate; }
            th { text-align: left; background-color: #e8f1f7; }
            th, td { border: 0.5pt solid #b5c7d3; padding: 1mm 1.5mm; vertical-align: top; word-wrap: break-word; }
            th, .word { white-space: nowrap; word-wrap: normal; }
            tr { page-break-inside: avoid; }
            .cover { margin: 12mm 0 8mm 0; }
            .mark { display: inline-block; border: 1.5pt solid #1d2b36; padding: 1mm 3mm; font-weight: bold; margin: 0 3mm 3mm 0; }
            .draft { border-color: #b3261e; color: #b3261e; }
            .finding { border-left: 3pt solid #2f6690; padding-left: 4mm; margin-bottom: 6mm; }
            .statement { font-size: 11pt; font-weight: bold; }
            .map { width: 600px; max-width: 100%%; margin: 2mm 0 1mm 0; page-break-inside: avoid; }
            .small { font-size: 7.5pt; color: #5b6b77; }
            .hash { font-size: 6.5pt; }
            """;

    private final Sheet sheet;
    private final Map<String, String> exhibits;
    private final Map<String, Chart> charts;
    private final BiFunction<Chart, String, String> placed;
    private final Markup page = new Markup();

    private DossierPage(
            Sheet sheet, Map<String, Chart> charts, BiFunction<Chart, String, String> placed) {
        this.sheet = sheet;
        this.charts = charts;
        this.placed = placed;
        this.exhibits = sheet.exhibits();
    }

    /// @param charts by the id of their finding
    /// @param placed gives the markup for a map and what it shows
    static String of(
            Sheet sheet, Map<String, Chart> charts, BiFunction<Chart, String, String> placed) {
        return new DossierPage(sheet, charts, placed).whole();
    }

    private String whole() {
        String name = "%s, version %s".formatted(sheet.text("number"), sheet.text("version"));
        page.raw(
                "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head><meta"
                        + " charset=\"UTF-8\"/>");
        page.element("title", name + ": " + sheet.text("title"));
        page.raw(
                "<meta name=\"subject\" content=\"A maritime case: findings with their"
                        + " evidence\"/>");
        page.raw("<meta name=\"author\" content=\"").text(sheet.text("team")).raw("\"/>");
        page.raw("<style>")
                .raw(STYLE.formatted(css(handling() + "  " + drafted()), css(name)))
                .raw("</style></head><body>");
        cover(name);
        summary();
        findings();
        identities();
        chronology();
        sanctions();
        alternatives();
        method();
        evidence();
        custody();
        withheld();
        closing();
        return page.raw("</body></html>").toString();
    }

    /// Text within a string of a style sheet.
    private static String css(String text) {
        return text.strip().replaceAll("[^\\p{L}\\p{N} .,:+()/-]", " ");
    }

    private String handling() {
        return sheet.text("handling")
                .toUpperCase(Locale.ROOT)
                .replace("TLP-", "TLP:")
                .replace("-STRICT", "+STRICT");
    }

    private String drafted() {
        return sheet.register().path("isDraft").asBoolean() ? "DRAFT" : "";
    }

    private void cover(String name) {
        page.raw("<div class=\"cover\">");
        page.raw("<p><span class=\"mark\">").text(handling()).raw("</span>");
        page.raw("<span class=\"mark\">").text(sheet.profile().slug() + " dossier").raw("</span>");
        if (!drafted().isEmpty()) {
            page.raw("<span class=\"mark draft\">DRAFT: findings wait for a second person</span>");
        }
        if (sheet.register().path("isSynthetic").asBoolean()) {
            page.raw("<span class=\"mark draft\">contains synthetic material</span>");
        }
        page.raw("</p>");
        page.element("h1", sheet.text("title"));
        page.table("Case", name);
        page.row("Team", sheet.text("team"));
        page.row("State", state());
        page.row("As of", sheet.text("changedAt") + " (UTC), when this version was made");
        page.row("Handling", handling() + " (Traffic Light Protocol 2.0)");
        page.row("Made by", sheet.software());
        page.endTable();
        page.element(
                "p",
                "This document belongs to a bag of files (BagIt). README.txt in it says how to"
                        + " verify every byte of it with sha256sum, and its signature and audit with a"
                        + " public key.");
        page.raw("</div>");
    }

    private String state() {
        String outcome = sheet.text("outcome");
        return outcome.isEmpty() || outcome.equals("null")
                ? sheet.text("state")
                : sheet.text("state") + ", " + outcome;
    }

    private void summary() {
        page.element("h2", "Summary and questions");
        if (sheet.text("summary").isBlank() || sheet.register().path("summary").isNull()) {
            page.element("p", "No summary was written.");
        } else {
            page.paragraph(sheet.text("summary"));
        }
        if (sheet.list("questions").isEmpty()) {
            page.element("p", "No question was put on record.");
            return;
        }
        page.table("Question or hypothesis", "Where it stands");
        for (JsonNode question : sheet.list("questions")) {
            boolean isHypothesis = question.path("kind").asText().equals("hypothesis");
            page.row(
                    (isHypothesis ? "Hypothesis: " : "") + question.path("text").asText(),
                    question.path("state").asText());
        }
        page.endTable();
    }

    private void findings() {
        page.element("h2", "Findings");
        if (sheet.list("findings").isEmpty()) {
            page.element(
                    "p",
                    "There is no finding. What follows is what was collected; nobody has concluded"
                            + " anything from it yet.");
            sheet.overview()
                    .ifPresent(chart -> map(chart, "Everything in the case that has a place"));
            return;
        }
        int number = 1;
        for (JsonNode finding : sheet.list("findings")) {
            finding("F" + number++, finding);
        }
    }

    private void finding(String name, JsonNode finding) {
        page.raw("<div class=\"finding\">");
        page.element("h3", name + ": " + finding.path("state").asText());
        page.raw("<p class=\"statement\">").text(finding.path("statement").asText()).raw("</p>");
        page.element(
                "p",
                "Confidence: %s.%s"
                        .formatted(
                                finding.path("confidence").asText(),
                                finding.path("from").isTextual()
                                        ? " Time: %s to %s (UTC)."
                                                .formatted(
                                                        finding.path("from").asText(),
                                                        finding.path("to").asText("open"))
                                        : ""));
        Chart chart = charts.get(finding.path("id").asText());
        if (chart != null) {
            map(chart, "Map of finding " + name);
        }
        links(finding, "supports", "Evidence for it");
        links(finding, "contradicts", "Evidence against it");
        if (finding.path("againstNote").isTextual()) {
            page.element("p", "On what speaks against it: " + finding.path("againstNote").asText());
        }
        page.element("p", review(finding));
        page.raw("</div>");
    }

    private void links(JsonNode finding, String stance, String heading) {
        var lines = new ArrayList<String>();
        for (JsonNode link : finding.path("evidence")) {
            if (link.path("stance").asText().equals(stance)) {
                String note = link.path("note").asText("");
                lines.add(
                        exhibits.getOrDefault(link.path("evidenceId").asText(), "?")
                                + (note.isBlank() || note.equals("null") ? "" : ": " + note));
            }
        }
        if (!lines.isEmpty()) {
            page.raw("<p><b>").text(heading).raw("</b></p><ul>");
            lines.forEach(line -> page.element("li", line));
            page.raw("</ul>");
        }
    }

    private static String review(JsonNode finding) {
        String author = "Written by " + finding.path("author").asText();
        JsonNode review = finding.path("review");
        return review.isObject()
                ? "%s; %s by %s on %s: %s"
                        .formatted(
                                author,
                                finding.path("state").asText(),
                                review.path("by").asText(),
                                review.path("at").asText(),
                                review.path("reason").asText())
                : author + "; no second person has decided on it.";
    }

    private void map(Chart chart, String title) {
        page.raw("<div class=\"map\">")
                .raw(placed.apply(chart, Markup.escaped(title)))
                .raw("</div>");
        page.raw("<p class=\"small\">").text(title + ". " + chart.caption()).raw("</p>");
    }

    private void identities() {
        page.element("h2", "Identity of each vessel");
        boolean hasAny = false;
        for (JsonNode subject : sheet.list("subjects")) {
            hasAny = true;
            page.element(
                    "p",
                    "%s: %s (IMO %s, MMSI %s), as known when it was added."
                            .formatted(
                                    subject.path("kind").asText(),
                                    or(subject, "name", "without a name"),
                                    or(subject, "imo", "not known"),
                                    or(subject, "mmsi", "not known")));
        }
        for (JsonNode item : sheet.list("evidence")) {
            JsonNode record = sheet.records().get(item.path("id").asText());
            if (record != null && item.path("kind").asText().equals("vessel")) {
                hasAny = true;
                identity(item, record);
            }
        }
        if (!hasAny) {
            page.element("p", "No vessel is named in this case.");
        }
        relations();
    }

    /// Who is what to whom, as investigators wrote it down.
    private void relations() {
        if (sheet.list("relations").isEmpty()) {
            return;
        }
        page.element("h3", "Relations");
        page.table("Who", "Is to the other", "Whom", "Days", "Known from");
        for (JsonNode relation : sheet.list("relations")) {
            page.row(
                    subject(relation.path("source").asText()),
                    relation.path("kind").asText().replace('-', ' '),
                    subject(relation.path("target").asText()),
                    relation.path("from").isTextual() || relation.path("to").isTextual()
                            ? or(relation, "from", "not known")
                                    + " to "
                                    + or(relation, "to", "not known")
                            : "",
                    or(relation, "note", ""));
        }
        page.endTable();
    }

    private String subject(String id) {
        for (JsonNode subject : sheet.list("subjects")) {
            if (subject.path("id").asText().equals(id)) {
                return or(
                        subject,
                        "name",
                        subject.path("imo").isTextual()
                                ? "IMO " + subject.path("imo").asText()
                                : "MMSI " + or(subject, "mmsi", "not known"));
            }
        }
        return "withheld";
    }

    private static String or(JsonNode node, String field, String otherwise) {
        return node.path(field).isValueNode() && !node.path(field).isNull()
                ? node.path(field).asText()
                : otherwise;
    }

    private void identity(JsonNode item, JsonNode record) {
        page.element("h3", item.path("exhibit").asText() + ": " + item.path("title").asText());
        page.table("From", "To", "Name", "IMO", "Call sign", "Flag by MMSI");
        JsonNode past = record.path("past");
        if (past.isArray() && !past.isEmpty()) {
            for (JsonNode said : past) {
                page.row(
                        or(said, "from", or(said, "firstSeenAt", "")),
                        or(said, "to", or(said, "lastSeenAt", "")),
                        or(said, "name", ""),
                        or(said, "imo", ""),
                        or(said, "callSign", ""),
                        or(said, "flagClaimedByMid", or(record, "flagClaimedByMid", "")));
            }
        } else {
            page.row(
                    or(record, "firstSeenAt", ""),
                    or(record, "lastSeenAt", ""),
                    or(record, "name", ""),
                    or(record, "imo", ""),
                    or(record, "callSign", ""),
                    or(record, "flagClaimedByMid", ""));
        }
        page.endTable();
        page.raw(
                "<p class=\"small\">A transmitter's own words; a flag claimed by its number is no"
                        + " proof.</p>");
    }

    private void chronology() {
        page.element("h2", "Chronology (UTC)");
        // What happened is read first: long details do not squeeze it.
        page.table(new int[] {0, 0, 32, 24, 0}, "From", "To", "What", "Detail", "Exhibit");
        for (JsonNode item : sheet.list("timeline")) {
            page.row(
                    or(item, "at", ""),
                    or(item, "to", ""),
                    or(item, "title", "")
                            + (item.path("synthetic").asBoolean() ? " (synthetic)" : ""),
                    or(item, "detail", ""),
                    exhibits.getOrDefault(
                            item.path("evidenceId").asText(), or(item, "source", "")));
        }
        page.endTable();
    }

    private void sanctions() {
        page.element("h2", "Sanctions status on the dates of the events");
        boolean hasAny = false;
        for (JsonNode item : sheet.list("evidence")) {
            JsonNode record = sheet.records().get(item.path("id").asText());
            String kind = item.path("kind").asText();
            if (record != null && kind.equals("listing") && record.path("answers").isArray()) {
                hasAny = true;
                page.element(
                        "h3",
                        "%s: %s, as of %s"
                                .formatted(
                                        item.path("exhibit").asText(),
                                        item.path("title").asText(),
                                        or(record, "asOf", "the day it was asked")));
                page.table("List", "Authority", "Status", "Why");
                for (JsonNode answer : record.path("answers")) {
                    page.row(
                            or(answer, "list", ""),
                            or(answer, "authority", ""),
                            or(answer, "status", ""),
                            or(answer, "explanation", ""));
                }
                page.endTable();
            } else if (record != null && kind.equals("match")) {
                hasAny = true;
                page.element(
                        "p",
                        "%s: %s, listed since %s, state %s."
                                .formatted(
                                        item.path("exhibit").asText(),
                                        item.path("title").asText(),
                                        or(record, "listedSince", "a date not known"),
                                        or(record, "state", "not known")));
            }
        }
        if (!hasAny) {
            page.element(
                    "p",
                    "No answer of a sanctions list was frozen in this case, or none may leave with"
                            + " this profile.");
        }
    }

    private void alternatives() {
        page.element("h2", "Alternatives considered");
        boolean hasAny = false;
        int number = 1;
        for (JsonNode finding : sheet.list("findings")) {
            String name = "F" + number++;
            if (finding.path("alternatives").isEmpty()) {
                continue;
            }
            hasAny = true;
            page.element("h3", "Of finding " + name);
            page.table("Other explanation", "What became of it", "How it was tested");
            for (JsonNode one : finding.path("alternatives")) {
                page.row(
                        or(one, "kind", "").replace('-', ' '),
                        or(one, "result", "").replace('-', ' '),
                        or(one, "reason", ""));
            }
            page.endTable();
        }
        if (!hasAny) {
            page.element("p", "No finding has tested one.");
        }
    }

    private void method() {
        page.element("h2", "Method and versions");
        page.element("p", "Made with " + sheet.software() + ".");
        page.table("Exhibits", "Made by", "With");
        var groups = new java.util.TreeMap<String, List<String>>();
        for (JsonNode item : sheet.list("evidence")) {
            if (item.path("detector").isTextual() || item.path("parameters").isObject()) {
                String key =
                        or(item, "kind", "")
                                + "\n"
                                + or(item, "detector", "not stated")
                                + "\n"
                                + parameters(item);
                groups.computeIfAbsent(key, made -> new ArrayList<>())
                        .add(item.path("exhibit").asText());
            }
        }
        groups.forEach((key, names) -> {
            String[] parts = key.split("\n", 3);
            page.row(shortened(names), parts[0] + ", " + parts[1], parts[2]);
        });
        page.endTable();
    }

    private static String shortened(List<String> names) {
        return names.size() <= 8
                ? String.join(", ", names)
                : "%s and %d more"
                        .formatted(String.join(", ", names.subList(0, 8)), names.size() - 8);
    }

    private static String parameters(JsonNode item) {
        var lines = new ArrayList<String>();
        item.path("parameters")
                .properties()
                .forEach(entry -> lines.add(entry.getKey() + " = " + entry.getValue().asText()));
        return String.join("; ", lines);
    }

    private void evidence() {
        page.element("h2", "Evidence register");
        Map<String, String> codes = codes();
        page.table("", "What", "Source and licence", "Collected", "Code", "SHA-256");
        for (JsonNode item : sheet.list("evidence")) {
            page.raw("<tr>");
            page.element("td", item.path("exhibit").asText());
            page.element("td", what(item));
            page.element(
                    "td",
                    or(item, "source", "source not stated")
                            + "; "
                            + or(item, "licence", "licence not stated"));
            page.element("td", or(item, "collectedAt", "") + ", " + or(item, "collectedBy", ""));
            page.element("td", codes.getOrDefault(item.path("id").asText(), "F6"));
            page.raw("<td class=\"hash\">").text(hash(item)).raw("</td></tr>");
        }
        page.endTable();
        page.raw(
                "<p class=\"small\">Code: reliability of the source A to F and credibility of what"
                        + " it says 1 to 6 (Admiralty code); F6 where nobody has judged it.</p>");
    }

    private static String what(JsonNode item) {
        var text = new StringBuilder(item.path("title").asText());
        if (item.path("synthetic").asBoolean()) {
            text.append(" (synthetic)");
        }
        for (JsonNode warning : item.path("warnings")) {
            text.append("; warning: ").append(warning.asText());
        }
        if (item.path("withheld").isTextual()) {
            text.append("; withheld: ").append(item.path("withheld").asText());
        }
        return text.toString();
    }

    /// In pieces of eight, so that it can be broken into lines.
    private static String hash(JsonNode item) {
        return item.path("sha256").asText().replaceAll("(.{16})", "$1 ").strip();
    }

    private Map<String, String> codes() {
        var codes = new HashMap<String, String>();
        for (JsonNode one : sheet.list("assessments")) {
            codes.put(
                    one.path("evidenceId").asText(),
                    one.path("reliability").asText() + one.path("credibility").asText());
        }
        return codes;
    }

    private void custody() {
        page.element("h2", "Custody and audit");
        if (sheet.custody().isEmpty()) {
            page.element(
                    "p",
                    sheet.profile().isRedacted()
                            ? "Custody logs name people and are withheld from this profile."
                            : "No exhibit has a custody log.");
        } else {
            page.table("Exhibit", "Events up to this version");
            for (JsonNode item : sheet.list("evidence")) {
                List<String> events = sheet.custody().get(item.path("id").asText());
                if (events != null) {
                    page.row(item.path("exhibit").asText(), String.join("; ", events));
                }
            }
            page.endTable();
        }
        page.element(
                "p",
                "The audit of the case up to this version has %d entries, each with the hash of the one before."
                        .formatted(sheet.auditEntries()));
        sheet.checkpoint()
                .ifPresent(note -> {
                    page.element(
                            "p",
                            "They are under this signed checkpoint of the platform's whole log:");
                    page.raw("<p class=\"small\">")
                            .raw(Markup.escaped(note.strip()).replace("\n", "<br/>"))
                            .raw("</p>");
                });
    }

    private void withheld() {
        page.element("h2", "What is withheld");
        if (sheet.list("withheld").isEmpty()) {
            page.element("p", "Nothing.");
            return;
        }
        page.table("What", "Id", "Reason");
        for (JsonNode one : sheet.list("withheld")) {
            page.row(
                    one.path("what").asText(),
                    one.path("id").asText(),
                    one.path("reason").asText());
        }
        page.endTable();
    }

    private void closing() {
        page.element("h2", "Limitations");
        page.raw("<ul>");
        List.of(
                        "A silence is time without a received report. It is unexplained until"
                                + " somebody explains it; it is no proof of anything by itself.",
                        "A ship is called not re-observed where no later report of hers is known."
                                + " That says nothing of where she is.",
                        "What a transmitter says of itself can be wrong or made up: name, number,"
                                + " position and time.",
                        "A verdict on a sighting says what is possible at sea distance and speed,"
                                + " not what happened.",
                        "A list's status on a date rests on the versions of it that were observed.",
                        "What is marked synthetic was made for a demonstration or a test and is not"
                                + " evidence of anything.",
                        "Exhibits are as they were when they were collected. Their sources may say"
                                + " something else by now.")
                .forEach(line -> page.element("li", line));
        page.raw("</ul>");
        page.element("h2", "Glossary");
        page.table("Word", "Meaning");
        page.row(
                "AIS",
                "Automatic Identification System: ships send identity and position by radio.");
        page.row(
                "silence",
                "Time between two reports of one transmitter that is longer than its own habit.");
        page.row("sighting", "One ship seen in one image.");
        page.row(
                "verdict", "What a sighting says of a silence: consistent, excluded or undecided.");
        page.row(
                "listing, match",
                "An entry of a sanctions list; a vessel or party held against it.");
        page.row("finding", "A claim of a person, accepted by a second person.");
        page.row("exhibit", "A record or file frozen as it was, by its SHA-256.");
        page.row("checkpoint", "Size and root of the platform's audit log, signed (Ed25519).");
        page.row("MMSI, IMO", "Number of a radio station; number of a hull that stays with it.");
        page.row("TLP", "Traffic Light Protocol 2.0: with whom this may be shared.");
        page.endTable();
    }
}
