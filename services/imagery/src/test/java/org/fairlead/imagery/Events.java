package org.fairlead.imagery;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.fairlead.contracts.Topics;
import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.contracts.ais.VesselRef;
import org.fairlead.contracts.imagery.Verdict;
import org.fairlead.service.json.StrictJson;
import org.fairlead.testing.PlatformResource;
import org.jspecify.annotations.Nullable;

/// The ais service's side of Kafka, and what the imagery service published.
public final class Events {

    private Events() {}

    public static void send(Silence silence) {
        send(
                Topics.AIS_ACTIVITIES,
                silence.vessel().mmsi(),
                UUID.randomUUID(),
                Silence.TYPE,
                json(silence));
    }

    public static void send(Silence silence, UUID eventId) {
        send(Topics.AIS_ACTIVITIES, silence.vessel().mmsi(), eventId, Silence.TYPE, json(silence));
    }

    public static void send(VesselIdentity identity) {
        send(
                Topics.AIS_IDENTITIES,
                identity.mmsi(),
                UUID.randomUUID(),
                VesselIdentity.TYPE,
                json(identity));
    }

    public static void send(String topic, String key, UUID eventId, String type, String payload) {
        var record = new ProducerRecord<>(topic, key, payload);
        Map.of(
                        "ce_id",
                        eventId.toString(),
                        "ce_type",
                        type,
                        "ce_source",
                        "/fairlead/ais",
                        "ce_specversion",
                        "1.0")
                .forEach((name, value) ->
                        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        send(record);
    }

    public static void send(ProducerRecord<String, String> record) {
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", PlatformResource.kafkaBootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /// Every verdict published of one silence, in the order of their versions.
    public static List<Verdict> verdictsOf(UUID silenceId) {
        return all(Topics.IMAGERY_VERDICTS).stream()
                // What people say of them comes on the same topic.
                .filter(text -> text.contains("\"silenceVersion\""))
                .map(text -> read(text, Verdict.class))
                .filter(verdict -> verdict.silenceId().equals(silenceId))
                .toList();
    }

    /// Every value of a topic from its beginning.
    public static List<String> all(String topic) {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", PlatformResource.kafkaBootstrapServers()),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info ->
                                    new org.apache.kafka.common.TopicPartition(
                                            topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long waiting =
                    consumer.endOffsets(partitions).values().stream().mapToLong(end -> end).sum();
            var values = new ArrayList<String>();
            while (values.size() < waiting) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }

    private static <T> T read(String text, Class<T> type) {
        try {
            return StrictJson.mapper().readValue(text, type);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static String json(Object value) {
        try {
            return StrictJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    public static ReportedPosition report(String at, double latitude, double longitude) {
        return new ReportedPosition(Instant.parse(at), latitude, longitude, 11.0, null);
    }

    public static Silence silence(
            UUID id,
            int version,
            String mmsi,
            ReportedPosition start,
            @Nullable ReportedPosition end) {
        return new Silence(
                id,
                version,
                version == 1 ? null : version - 1,
                end == null ? Silence.State.OPEN : Silence.State.REAPPEARED,
                new VesselRef(mmsi, null, null),
                start,
                end,
                end == null ? 0 : Duration.between(start.at(), end.at()).toMinutes() / 60.0,
                60.0,
                Silence.UNCLASSIFIED,
                "Test.",
                true,
                List.of("test"),
                Map.of(),
                start.at());
    }

    public static Silence retracted(Silence before) {
        return new Silence(
                before.id(),
                before.version() + 1,
                before.version(),
                Silence.State.RETRACTED,
                before.vessel(),
                before.start(),
                before.end(),
                before.durationHours(),
                before.usualIntervalSeconds(),
                before.classification(),
                "Late data showed reports in between.",
                before.synthetic(),
                before.sources(),
                before.parameters(),
                before.derivedAt());
    }

    public static VesselIdentity identity(
            String mmsi,
            int version,
            @Nullable String imo,
            @Nullable Integer shipTypeCode,
            @Nullable Integer lengthMetres) {
        return new VesselIdentity(
                mmsi,
                version,
                imo,
                "TESTER",
                null,
                shipTypeCode,
                lengthMetres,
                20,
                null,
                Instant.parse("2024-01-01T00:00:00Z"),
                Instant.parse("2024-02-01T00:00:00Z"),
                true,
                List.of("test"));
    }
}
