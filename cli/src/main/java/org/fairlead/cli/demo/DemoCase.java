package org.fairlead.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.fairlead.cli.Refusal;
import org.fairlead.cli.api.PlatformApi;

/// Loads the reference case through the gateway, as an integrator and a team's lead would: a file,
/// sightings, listing facts, and a case opened from what the platform derived of them.
///
/// Every step may be repeated: the platform knows the bytes, the facts and the keys again.
public final class DemoCase {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String MMSI = String.valueOf(Reconstruction.ANGARA_MMSI);
    private static final String TITLE = "ANGARA: Rajin to Dunai with the transponder off";

    private final PlatformApi integrator;
    private final PlatformApi lead;
    private final PlatformApi reviewer;
    private final Consumer<String> progress;
    private final JsonNode reference;

    private DemoCase(
            PlatformApi integrator,
            PlatformApi lead,
            PlatformApi reviewer,
            Consumer<String> progress) {
        this.integrator = integrator;
        this.lead = lead;
        this.reviewer = reviewer;
        this.progress = progress;
        this.reference = reference();
    }

    /// @param gateway address without a trailing slash
    /// @param issuer the realm's address
    /// @param integratorSecret of the client `integrator-demo`
    /// @param progress told one line a step
    /// @return the case's number
    /// @throws Refusal when a part of the platform refuses or does not answer
    public static String load(
            String gateway, String issuer, String integratorSecret, Consumer<String> progress) {
        return new DemoCase(
                        new PlatformApi(
                                gateway,
                                issuer,
                                PlatformApi.machine("integrator-demo", integratorSecret)),
                        new PlatformApi(gateway, issuer, PlatformApi.person("lena")),
                        new PlatformApi(gateway, issuer, PlatformApi.person("rosa")),
                        progress)
                .load();
    }

    private String load() {
        uploadTrack();
        reference
                .path("listings")
                .forEach(fact -> integrator.post("/api/sanctions/v1/reference-facts", fact));
        progress.accept("dated listings recorded");
        recordSightings();
        var leads = awaitLeads();
        var opened = openCase(leads);
        attach(leads, opened);
        addFacts(opened);
        freeze(opened);
        addNote(opened);
        new DemoFindings(lead, reviewer, path(opened, "")).add();
        progress.accept("a finding, reviewed by a second person");
        return opened.path("number").asText();
    }

    private void uploadTrack() {
        byte[] file = new SyntheticFeed().write(Reconstruction.ships());
        var job =
                integrator.upload(
                        "/api/ais/v1/uploads?synthetic=true&source=" + Reconstruction.SOURCE,
                        "angara-reconstruction.nmea",
                        file);
        var done =
                await(
                        "the synthetic track to be read",
                        () -> integrator.get("/api/ais/v1/jobs/" + job.path("id").asText()),
                        now -> List.of("done", "failed").contains(now.path("state").asText()));
        if (!"done".equals(done.path("state").asText())) {
            throw new Refusal(
                    "The demonstration track was not read: " + done.path("error").asText() + ".");
        }
        progress.accept(
                "synthetic track read, %s fixes".formatted(done.at("/counts/fixes").asText()));
    }

    private void recordSightings() {
        for (JsonNode sighting : reference.path("sightings")) {
            integrator.postOnce(
                    "/api/imagery/v1/sightings",
                    sighting,
                    "demo-" + Integer.toHexString(sighting.toString().hashCode()));
        }
        progress.accept("%d sightings recorded".formatted(reference.path("sightings").size()));
    }

    /// Waits until silences, the verdicts on them and the match have become leads.
    private List<JsonNode> awaitLeads() {
        var found =
                await(
                        "silences and verdicts to reach the inbox",
                        this::leadsOfHers,
                        leads -> count(leads, "silence") >= 4 && count(leads, "verdict") >= 3);
        progress.accept("%d leads in the inbox".formatted(found.size()));
        return found;
    }

    private List<JsonNode> leadsOfHers() {
        var leads = new ArrayList<JsonNode>();
        String cursor = "";
        do {
            var page = lead.get("/api/cases/v1/inbox?limit=200" + cursor);
            for (JsonNode item : page.path("items")) {
                if (MMSI.equals(item.at("/vessel/mmsi").asText())) {
                    leads.add(item);
                }
            }
            cursor =
                    page.hasNonNull("nextCursor")
                            ? "&cursor=" + PlatformApi.encode(page.path("nextCursor").asText())
                            : "";
        } while (!cursor.isEmpty());
        return leads;
    }

    private static long count(List<JsonNode> leads, String kind) {
        return leads.stream().filter(lead -> kind.equals(lead.path("kind").asText())).count();
    }

    private JsonNode openCase(List<JsonNode> leads) {
        for (JsonNode known : lead.get("/api/cases/v1/cases?limit=200").path("items")) {
            if (TITLE.equals(known.path("title").asText())) {
                return known;
            }
        }
        var first =
                leads.stream()
                        .filter(found -> "silence".equals(found.path("kind").asText()))
                        .max((a, b) ->
                                a.path("occurredFrom")
                                        .asText()
                                        .compareTo(b.path("occurredFrom").asText()))
                        .orElseThrow();
        var opened =
                lead.post(
                        "/api/cases/v1/leads/" + first.path("id").asText() + "/open-case",
                        JSON.createObjectNode().put("title", TITLE));
        progress.accept("case " + opened.path("number").asText() + " opened");
        return opened;
    }

    private void attach(List<JsonNode> leads, JsonNode opened) {
        for (JsonNode found : leads) {
            boolean isThere = false;
            for (JsonNode caseId : found.path("caseIds")) {
                isThere |= caseId.asText().equals(opened.path("id").asText());
            }
            if (!isThere) {
                lead.post(
                        "/api/cases/v1/leads/" + found.path("id").asText() + "/attach",
                        JSON.createObjectNode().put("caseId", opened.path("id").asText()));
            }
        }
    }

    private void addFacts(JsonNode opened) {
        int number = 0;
        for (JsonNode fact : reference.path("facts")) {
            lead.postOnce(path(opened, "/facts"), fact, "demo-fact-" + number++);
        }
        progress.accept("%d public facts, each with its source".formatted(number));
    }

    /// What a reader should be able to check later, as it is today.
    private void freeze(JsonNode opened) {
        freeze(opened, "vessel", "ais", "/api/ais/v1/vessels/" + MMSI);
        freeze(
                opened,
                "listing",
                "sanctions",
                "/api/sanctions/v1/vessels/%d/listings?asOf=2024-02-09"
                        .formatted(Reconstruction.ANGARA_IMO));
        for (JsonNode activity :
                integrator.get("/api/ais/v1/activities?kind=silence&mmsi=" + MMSI).path("items")) {
            freeze(
                    opened,
                    "silence",
                    "ais",
                    "/api/ais/v1/activities/" + activity.path("id").asText());
        }
        for (JsonNode verdict :
                integrator.get("/api/imagery/v1/vessels/" + MMSI + "/verdicts").path("items")) {
            freeze(
                    opened,
                    "verdict",
                    "imagery",
                    "/api/imagery/v1/verdicts/" + verdict.path("id").asText());
        }
        for (JsonNode sighting :
                integrator.get("/api/imagery/v1/sightings?limit=200").path("items")) {
            freeze(
                    opened,
                    "sighting",
                    "imagery",
                    "/api/imagery/v1/sightings/" + sighting.path("id").asText());
        }
        progress.accept("evidence frozen");
    }

    private void freeze(JsonNode opened, String kind, String service, String href) {
        ObjectNode body = JSON.createObjectNode().put("kind", kind);
        body.putObject("ref").put("service", service).put("href", href);
        Objects.requireNonNull(lead.post(path(opened, "/evidence"), body));
    }

    private void addNote(JsonNode opened) {
        lead.postOnce(
                path(opened, "/notes"),
                JSON.createObjectNode()
                        .put(
                                "text",
                                "Demonstration. The track is a reconstruction, made up along the"
                                        + " public facts, and labelled synthetic wherever it is shown;"
                                        + " so are the sightings at Dunai and those of January 2024."
                                        + " The dated facts and their sources are real."),
                "demo-note");
    }

    private static String path(JsonNode opened, String rest) {
        return "/api/cases/v1/cases/" + opened.path("id").asText() + rest;
    }

    private static JsonNode reference() {
        try (var in = DemoCase.class.getResourceAsStream("angara.json")) {
            return JSON.readTree(
                    Objects.requireNonNull(in, "angara.json is in the launcher's jar"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static <T> T await(String what, Supplier<T> look, Predicate<T> isEnough) {
        var until = Instant.now().plus(PATIENCE);
        while (true) {
            T seen = look.get();
            if (isEnough.test(seen)) {
                return seen;
            }
            if (Instant.now().isAfter(until)) {
                throw new Refusal(
                        "Waited %d minutes for %s; `./fairlead status` and `./fairlead logs` tell more."
                                .formatted(PATIENCE.toMinutes(), what));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(500));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal("Loading the demonstration case was interrupted.", interrupted);
        }
    }

    /// For tests: what is sent is read from the same resource.
    static Map<String, Integer> inventory() {
        var reference = reference();
        return Map.of(
                "sightings", reference.path("sightings").size(),
                "listings", reference.path("listings").size(),
                "facts", reference.path("facts").size());
    }
}
