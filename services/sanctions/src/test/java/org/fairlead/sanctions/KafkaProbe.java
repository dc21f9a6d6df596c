package org.fairlead.sanctions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.testing.PlatformResource;
import org.jspecify.annotations.Nullable;

/// Speaks and listens on Kafka beside the service.
public final class KafkaProbe implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaProducer<String, String> producer =
            new KafkaProducer<>(
                    Map.of("bootstrap.servers", PlatformResource.kafkaBootstrapServers()),
                    new StringSerializer(),
                    new StringSerializer());
    private final KafkaConsumer<String, String> consumer =
            new KafkaConsumer<>(
                    Map.of("bootstrap.servers", PlatformResource.kafkaBootstrapServers()),
                    new StringDeserializer(),
                    new StringDeserializer());
    private final List<ConsumerRecord<String, String>> heard = new ArrayList<>();

    public void listenFromNow(String... topics) {
        var partitions = new ArrayList<TopicPartition>();
        for (String topic : topics) {
            consumer.partitionsFor(topic)
                    .forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /// The event's id.
    public String sendIdentity(String eventId, String mmsi, int version, @Nullable String imo) {
        String payload =
                """
                {"mmsi": "%s", "version": %d, %s "name": "TEST SHIP", "firstSeenAt": "%s",
                 "lastSeenAt": "%s", "synthetic": false, "sources": ["test"]}
                """
                        .formatted(
                                mmsi,
                                version,
                                imo == null ? "" : "\"imo\": \"" + imo + "\",",
                                Instant.EPOCH,
                                Instant.EPOCH);
        sendEvent(eventId, mmsi, payload);
        return eventId;
    }

    /// An identity as it stands on the topic.
    public void sendEvent(String eventId, String mmsi, String payload) {
        var record = new ProducerRecord<>("ais.identities", mmsi, payload);
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", eventId);
        header(record, "ce_type", VesselIdentity.TYPE);
        header(record, "ce_source", "/fairlead/ais");
        header(record, "content-type", "application/json");
        send(record);
    }

    public void sendRaw(String topic, String key, String payload) {
        send(new ProducerRecord<>(topic, key, payload));
    }

    private void send(ProducerRecord<String, String> record) {
        try {
            var sent = producer.send(record).get();
            if (!sent.hasOffset()) {
                throw new AssertionError("not written: " + record);
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static void header(ProducerRecord<String, String> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    public JsonNode awaitFrom(String topic, String type) {
        return json(await(record -> record.topic().equals(topic) && isOf(record, type)));
    }

    public JsonNode awaitChange(String operation) {
        return json(
                await(record ->
                        isOf(record, "org.fairlead.sanctions.listing-change.v1")
                                && json(record).path("operation").asText().equals(operation)));
    }

    /// The change of an operation under a key, on whatever topic is listened to.
    public JsonNode awaitChangeOf(String key, String operation) {
        return json(
                await(record ->
                        key.equals(record.key())
                                && json(record).path("operation").asText().equals(operation)));
    }

    public String awaitRaw(String topic) {
        return await(record -> record.topic().equals(topic)).value();
    }

    /// Events of a type heard so far.
    public long count(String type) {
        poll();
        return heard.stream().filter(record -> isOf(record, type)).count();
    }

    private ConsumerRecord<String, String> await(Predicate<ConsumerRecord<String, String>> wanted) {
        var until = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(until)) {
            Optional<ConsumerRecord<String, String>> found =
                    heard.stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            poll();
        }
        throw new AssertionError("not heard within " + PATIENCE + ", but: " + heard);
    }

    private void poll() {
        consumer.poll(Duration.ofMillis(200)).forEach(heard::add);
    }

    private static boolean isOf(ConsumerRecord<String, String> record, String type) {
        var header = record.headers().lastHeader("ce_type");
        return header != null && new String(header.value(), StandardCharsets.UTF_8).equals(type);
    }

    private static JsonNode json(ConsumerRecord<String, String> record) {
        try {
            return JSON.readTree(record.value());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    public static int knownIdentities() {
        try (var connection =
                        PlatformResource.database()
                                .getDatabase("postgres", "sanctions")
                                .getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from identity")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException fault) {
            throw new AssertionError(fault);
        }
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
