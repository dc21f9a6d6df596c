package org.fairlead.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.contracts.ais.VesselRef;
import org.fairlead.contracts.imagery.Verdict;
import org.fairlead.contracts.sanctions.ListingRef;
import org.fairlead.contracts.sanctions.ScreeningHit;
import org.fairlead.service.json.StrictJson;
import org.fairlead.testing.PlatformResource;
import org.jspecify.annotations.Nullable;

/// Speaks for the other services: sends what they would.
final class Events {

    private static final Instant START = Instant.parse("2024-01-10T00:00:00Z");

    private Events() {}

    static Silence silence(
            UUID id, int version, Silence.State state, double hours, VesselRef vessel) {
        return new Silence(
                id,
                version,
                version == 1 ? null : version - 1,
                state,
                vessel,
                new ReportedPosition(START, 42.1, 130.4, 11.0, 180.0),
                state == Silence.State.REAPPEARED
                        ? new ReportedPosition(
                                START.plusSeconds((long) (hours * 3600)), 38.0, 125.0, null, null)
                        : null,
                hours,
                180.0,
                Silence.UNCLASSIFIED,
                "Version %d for a test.".formatted(version),
                true,
                List.of("test"),
                Map.of(),
                Instant.parse("2024-01-12T00:00:00Z"));
    }

    static Verdict verdict(UUID id, int version, Verdict.Outcome outcome, VesselRef vessel) {
        return new Verdict(
                id,
                version,
                version == 1 ? null : version - 1,
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                vessel,
                outcome,
                Verdict.GREAT_CIRCLE_LOWER_BOUND,
                null,
                0,
                "She can have been there with 12 hours to spare.",
                false,
                Instant.parse("2024-01-12T00:00:00Z"));
    }

    static ScreeningHit match(UUID id, int version, ScreeningHit.State state, VesselRef vessel) {
        return new ScreeningHit(
                id,
                version,
                state,
                vessel,
                new ListingRef(
                        "ofac-sdn", "OFAC", "37059", "vessel", "ANGARA", List.of(), vessel.imo()),
                List.of("imo"),
                List.of(),
                0.95,
                "The IMO number stands in the entry.",
                1,
                false,
                Instant.parse("2024-01-12T00:00:00Z"),
                Instant.parse("2022-05-08T00:00:00Z"));
    }

    static VesselIdentity identity(String mmsi, int version, String imo, String name) {
        return new VesselIdentity(
                mmsi,
                version,
                imo,
                name,
                null,
                null,
                null,
                null,
                null,
                START,
                START,
                true,
                List.of("test"));
    }

    /// A number no other test uses.
    static String mmsi() {
        return "9" + "%08d".formatted(Math.abs(UUID.randomUUID().hashCode()) % 100_000_000);
    }

    static void send(String topic, String key, String type, Object payload) {
        try {
            send(
                    topic,
                    key,
                    type,
                    UUID.randomUUID().toString(),
                    StrictJson.mapper().writeValueAsString(payload));
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /// @param type absent: the record is no CloudEvent
    static void send(
            String topic, String key, @Nullable String type, String eventId, String payload) {
        var record = new ProducerRecord<>(topic, key, payload);
        if (type != null) {
            Map.of(
                            "ce_specversion", "1.0",
                            "ce_id", eventId,
                            "ce_type", type,
                            "ce_source", "/test",
                            "content-type", "application/json")
                    .forEach((name, value) ->
                            record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        }
        var settings =
                Map.<String, Object>of(
                        "bootstrap.servers", PlatformResource.kafkaBootstrapServers());
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(record).get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /// Everything on a topic up to now.
    static List<ConsumerRecord<String, String>> all(String topic) {
        var settings =
                Map.<String, Object>of(
                        "bootstrap.servers", PlatformResource.kafkaBootstrapServers());
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(part ->
                                    new org.apache.kafka.common.TopicPartition(
                                            topic, part.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, String>>();
            while (partitions.stream()
                    .anyMatch(part -> consumer.position(part) < ends.getOrDefault(part, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }
}
