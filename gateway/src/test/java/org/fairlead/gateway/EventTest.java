package org.fairlead.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.Closeable;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.StringSerializer;
import org.fairlead.contracts.Topics;
import org.fairlead.contracts.cases.CaseChange;
import org.fairlead.service.json.StrictJson;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventTest {

    private static final ObjectMapper JSON = StrictJson.mapper();

    @TestHTTPResource("/api/events/v1")
    URI events;

    @Test
    void tellsATeamItsOwnChangesAndNobodyElses() throws Exception {
        try (var gulf = listen(Tokens.carl(), null);
                var pacific = listen(Tokens.chen(), null);
                var both = listen(Tokens.bo(), null)) {
            var change = publish("team-gulf", "case-opened");
            var other = publish("team-pacific", "lead-raised");

            Event seen = gulf.next("case-opened");
            assertThat(seen.data().getString("caseId")).isEqualTo(change.caseId().toString());
            assertThat(seen.data().fieldNames())
                    .containsExactlyInAnyOrder("kind", "caseId", "version", "team");
            assertThat(pacific.next("lead-raised").data().getString("caseId"))
                    .isEqualTo(other.caseId().toString());
            assertThat(both.next("case-opened").id()).isNotBlank();
            assertThat(both.next("lead-raised").id()).isNotBlank();
            assertThat(gulf.rest()).noneMatch(event -> event.name().equals("lead-raised"));
            assertThat(pacific.rest()).noneMatch(event -> event.name().equals("case-opened"));
        }
    }

    @Test
    void replaysWhatWasMissed() throws Exception {
        String last;
        try (var listener = listen(Tokens.carl(), null)) {
            publish("team-gulf", "case-changed");
            last = listener.next("case-changed").id();
        }
        var missed = publish("team-gulf", "evidence-added");

        try (var again = listen(Tokens.carl(), last)) {
            assertThat(again.next("evidence-added").data().getString("caseId"))
                    .isEqualTo(missed.caseId().toString());
        }
    }

    @Test
    void saysThatSomethingIsLostWhenTheLastIdMeansNothing() throws Exception {
        try (var listener = listenRaw(Tokens.carl(), "not-one-of-ours")) {
            assertThat(listener.any().name()).isEqualTo("resync");
        }
    }

    @Test
    void goesOnAfterAChangeNobodyCanRead() throws Exception {
        try (var listener = listen(Tokens.carl(), null)) {
            send("{\"id\": 7", CaseChange.TYPE);
            send("{}", "org.fairlead.cases.other.v1");
            var change = publish("team-gulf", "note-added");

            assertThat(listener.next("note-added").data().getString("caseId"))
                    .isEqualTo(change.caseId().toString());
        }
    }

    @Test
    void tellsNobodyOfACaseTheyDoNotSeeEvenInTheirOwnTeam() throws Exception {
        try (var gulf = listen(Tokens.carl(), null)) {
            var hidden = publishUnseen("team-gulf", "case-opened");
            publish("team-gulf", "case-changed");

            gulf.next("case-changed");
            assertThat(gulf.rest())
                    .noneMatch(event ->
                            hidden.caseId().toString().equals(event.data().getString("caseId")));
        }
    }

    @Test
    void tellsSomebodyOfAnotherTeamOfACaseThatWasOpenedToThem() throws Exception {
        try (var pacific = listen(Tokens.chen(), null)) {
            var change = change("team-gulf", "evidence-added");
            FakeServices.VISIBLE.add("team-pacific " + change.caseId());
            send(JSON.writeValueAsString(change), CaseChange.TYPE);

            assertThat(pacific.next("evidence-added").data().getString("caseId"))
                    .isEqualTo(change.caseId().toString());
        }
    }

    @Test
    void judgesWhatWasMissedByTodaysAccess() throws Exception {
        String last;
        try (var listener = listen(Tokens.carl(), null)) {
            publish("team-gulf", "case-changed");
            last = listener.next("case-changed").id();
        }
        var missed = publish("team-gulf", "note-added");
        FakeServices.VISIBLE.remove("team-gulf " + missed.caseId());
        publish("team-gulf", "evidence-added");

        try (var again = listen(Tokens.carl(), last)) {
            Event first = again.any();
            while (!first.name().equals("evidence-added")) {
                assertThat(first.data().getString("caseId"))
                        .isNotEqualTo(missed.caseId().toString());
                first = again.any();
            }
        }
    }

    @Test
    void endsInsteadOfGuessingWhenNobodySaysWhoSeesIt() throws Exception {
        try (var gulf = listen(Tokens.carl(), null)) {
            FakeServices.KNOWS_WHO_SEES.set(false);
            publish("team-gulf", "case-opened");

            assertThat(gulf.ended()).isTrue();
            assertThat(gulf.rest()).noneMatch(event -> event.name().equals("case-opened"));
        } finally {
            FakeServices.KNOWS_WHO_SEES.set(true);
        }
    }

    @Test
    void tellsOfLeadsOfTheTeamActedForOnly() throws Exception {
        var bo = Tokens.bo();
        try (var gulf = listenTo(URI.create(events + "?team=team-gulf"), bo)) {
            var other = lead("team-pacific");
            var own = lead("team-gulf");

            assertThat(gulf.next("lead-raised").data().getString("leadId"))
                    .isEqualTo(own.leadId().toString());
            assertThat(gulf.rest())
                    .noneMatch(event ->
                            other.leadId().toString().equals(event.data().getString("leadId")));
        }
    }

    @Test
    void tellsNobodyOfALeadTheyDoNotSeeInTheirOwnTeam() throws Exception {
        try (var gulf = listen(Tokens.carl(), null)) {
            var hidden = leadChange("team-gulf");
            send(JSON.writeValueAsString(hidden), CaseChange.TYPE);
            var shown = lead("team-gulf");

            assertThat(gulf.next("lead-raised").data().getString("leadId"))
                    .isEqualTo(shown.leadId().toString());
        }
    }

    @Test
    void isNotOpenedForATeamOfOthers() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(
                            HttpRequest.newBuilder(URI.create(events + "?team=team-pacific"))
                                    .header("Authorization", "Bearer " + Tokens.carl())
                                    .header("Accept", "text/event-stream")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(403);
        }
    }

    private static CaseChange lead(String team) throws Exception {
        var change = leadChange(team);
        FakeServices.VISIBLE.add(team + " " + change.leadId());
        send(JSON.writeValueAsString(change), CaseChange.TYPE);
        return change;
    }

    private static CaseChange leadChange(String team) {
        return new CaseChange(
                UUID.randomUUID(), team, "lead-raised", null, UUID.randomUUID(), 1, Instant.now());
    }

    @Test
    void hasIdsThatTellNoPace() throws Exception {
        try (var gulf = listen(Tokens.carl(), null)) {
            publish("team-gulf", "case-opened");
            publish("team-gulf", "case-changed");

            assertThat(gulf.next("case-opened").id()).matches("[A-Za-z0-9_-]{40,}");
        }
    }

    private static CaseChange publish(String team, String kind) throws Exception {
        var change = change(team, kind);
        FakeServices.VISIBLE.add(team + " " + change.caseId());
        send(JSON.writeValueAsString(change), CaseChange.TYPE);
        return change;
    }

    private static CaseChange change(String team, String kind) {
        return new CaseChange(
                UUID.randomUUID(), team, kind, UUID.randomUUID(), null, 1, Instant.now());
    }

    private static CaseChange publishUnseen(String team, String kind) throws Exception {
        var change = change(team, kind);
        send(JSON.writeValueAsString(change), CaseChange.TYPE);
        return change;
    }

    private static void send(String payload, String type) throws Exception {
        try (var producer =
                new KafkaProducer<String, String>(
                        Map.of(
                                "bootstrap.servers",
                                PlatformResource.kafkaBootstrapServers(),
                                "key.serializer",
                                StringSerializer.class,
                                "value.serializer",
                                StringSerializer.class))) {
            var record =
                    new ProducerRecord<>(
                            Topics.CASES_CHANGES, UUID.randomUUID().toString(), payload);
            record.headers()
                    .add(new RecordHeader("ce_type", type.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get(10, TimeUnit.SECONDS);
        }
    }

    private record Event(String id, String name, JsonObject data) {}

    /// Past the first event, which says that changes come from here on.
    private Listener listen(String token, String lastId) throws Exception {
        var listener = listenRaw(token, lastId);
        assertThat(listener.any().name()).isEqualTo("ready");
        return listener;
    }

    private Listener listenTo(URI address, String token) throws Exception {
        var listener = listenRaw(address, token, null);
        assertThat(listener.any().name()).isEqualTo("ready");
        return listener;
    }

    private Listener listenRaw(String token, String lastId) {
        return listenRaw(events, token, lastId);
    }

    private static Listener listenRaw(URI address, String token, String lastId) {
        var request =
                HttpRequest.newBuilder(address)
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "text/event-stream");
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        return new Listener(request.build());
    }

    private static final class Listener implements Closeable {

        private final HttpClient client = HttpClient.newHttpClient();
        private final BlockingQueue<Event> received = new LinkedBlockingQueue<>();
        private final CompletableFuture<Void> answer;
        private String id = "";
        private String name = "";
        private String data = "";

        Listener(HttpRequest request) {
            answer =
                    client.sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                            .thenAcceptAsync(
                                    response -> response.body().forEach(this::read),
                                    task -> Thread.ofPlatform().daemon().start(task));
            assertThat(answer).isNotCompletedExceptionally();
        }

        private void read(String line) {
            if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            } else if (line.startsWith("event:")) {
                name = line.substring(6).strip();
            } else if (line.startsWith("data:")) {
                data = line.substring(5).strip();
            } else if (line.isEmpty() && !name.isEmpty()) {
                received.add(new Event(id, name, new JsonObject(data)));
                name = "";
            }
        }

        Event any() throws InterruptedException {
            Event event = received.poll(20, TimeUnit.SECONDS);
            assertThat(event).isNotNull();
            return event;
        }

        Event next(String name) throws InterruptedException {
            long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (System.nanoTime() < until) {
                Event event = received.poll(1, TimeUnit.SECONDS);
                if (event != null && event.name().equals(name)) {
                    return event;
                }
            }
            throw new AssertionError("no event " + name);
        }

        boolean ended() throws InterruptedException {
            try {
                answer.get(20, TimeUnit.SECONDS);
                return true;
            } catch (ExecutionException | TimeoutException fault) {
                return false;
            }
        }

        List<Event> rest() {
            return List.copyOf(received);
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }
}
