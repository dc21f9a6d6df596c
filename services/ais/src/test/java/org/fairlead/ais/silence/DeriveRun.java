package org.fairlead.ais.silence;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.fairlead.bench.world.Shares;
import org.fairlead.bench.world.WorldSettings;
import org.fairlead.contracts.Topics;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.contracts.frame.FrameCodec;
import org.fairlead.contracts.frame.FramePartition;
import org.fairlead.service.json.StrictJson;
import org.fairlead.testing.PlatformResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fixes a second through the topology with a real broker, bytes of state, and two instances of
/// which one is killed against one that is not: `./fairlead bench derive`. Not part of a build's
/// tests, for its length.
class DeriveRun {

    private static final Instant BEGIN = Instant.parse("2024-03-01T00:00:00Z");
    private static final int VESSELS = Integer.getInteger("derive.vessels", 4_000);
    private static final int HOURS = Integer.getInteger("derive.hours", 12);

    private final String servers = PlatformResource.kafkaBootstrapServers();
    private int partitions;
    private long fixes;
    private long frames;

    @Test
    void measuresAndCompares(@TempDir Path directory) throws Exception {
        produce();
        print(
                "%,d fixes of %,d ships in %,d frames, %d partitions",
                fixes, VESSELS, frames, partitions);
        var alone = alone(directory.resolve("one"));
        var together = killed(directory);
        assertThat(together.keySet()).isEqualTo(alone.keySet());
        int differing = 0;
        for (var entry : alone.entrySet()) {
            var other = requireNonNull(together.get(entry.getKey()));
            if (!entry.getValue().equals(other)) {
                differing++;
                print("differs: %s / %s", entry.getValue(), other);
            }
        }
        print(
                "two instances, one killed: %,d activities, %d differ from one instance's",
                together.size(), differing);
        assertThat(differing).isZero();
    }

    private void produce() throws ExecutionException, InterruptedException {
        var settings =
                WorldSettings.of(11, VESSELS, BEGIN, Duration.ofHours(HOURS)).with(Shares.EVENTFUL);
        Map<String, Object> producing =
                Map.of("bootstrap.servers", servers, "linger.ms", 20, "compression.type", "lz4");
        try (var producer =
                new KafkaProducer<>(producing, new StringSerializer(), new ByteArraySerializer())) {
            partitions = producer.partitionsFor(Topics.AIS_FRAMES).size();
            HeardWorld.run(
                    settings,
                    2_000,
                    Duration.ofMinutes(1),
                    frame -> send(producer, frame),
                    identity -> {});
        }
    }

    private void send(KafkaProducer<String, byte[]> producer, Frame frame) {
        var byPartition = new ArrayList<List<Fix>>();
        for (int partition = 0; partition < partitions; partition++) {
            byPartition.add(new ArrayList<>());
        }
        frame.fixes()
                .forEach(
                        fix -> byPartition.get(FramePartition.of(fix.mmsi(), partitions)).add(fix));
        for (int partition = 0; partition < partitions; partition++) {
            var part =
                    new Frame(
                            frame.id(),
                            frame.source(),
                            frame.sourceClass(),
                            frame.watermarkMillis(),
                            byPartition.get(partition));
            fixes += part.fixes().size();
            frames++;
            producer.send(
                    new ProducerRecord<>(
                            Topics.AIS_FRAMES, partition, frame.id(), FrameCodec.encode(part)));
        }
    }

    private Map<String, JsonNode> alone(Path state) throws Exception {
        var from = ends(Topics.AIS_ACTIVITIES);
        try (var streams = DeriveInstance.streams(servers, "derive-one", state, 0)) {
            long began = System.nanoTime();
            streams.start();
            await("derive-one");
            double seconds = (System.nanoTime() - began) / 1e9;
            print(
                    "one instance, one thread, broker in the same process: %,.0f fixes/s (%.1f s,"
                            + " with its start)",
                    fixes / seconds, seconds);
            state(streams);
            awaitQuiet();
        }
        return newest(from);
    }

    private static void state(org.apache.kafka.streams.KafkaStreams streams) {
        for (String name : List.of(SilenceProcessor.TRANSMITTERS)) {
            ReadOnlyKeyValueStore<Integer, byte[]> store =
                    streams.store(
                            StoreQueryParameters.fromNameAndType(
                                    name, QueryableStoreTypes.keyValueStore()));
            long bytes = 0;
            long n = 0;
            try (var all = store.all()) {
                while (all.hasNext()) {
                    bytes += all.next().value.length;
                    n++;
                }
            }
            print("state: %,d ships, %,d bytes each", n, bytes / Math.max(1, n));
        }
    }

    private Map<String, JsonNode> killed(Path directory) throws Exception {
        var from = ends(Topics.AIS_ACTIVITIES);
        var first = spawn(directory.resolve("two-a"));
        var second = spawn(directory.resolve("two-b"));
        try {
            awaitShare("derive-two", 0.4);
            var before = committed("derive-two");
            first.destroyForcibly().waitFor();
            long killedAt = System.nanoTime();
            awaitAllMoved("derive-two", before);
            print(
                    "kill -9 of one of two: every partition goes on after %.1f s (session timeout 6"
                            + " s)",
                    (System.nanoTime() - killedAt) / 1e9);
            await("derive-two");
            awaitQuiet();
        } finally {
            first.destroyForcibly();
            second.destroyForcibly();
        }
        return newest(from);
    }

    private Process spawn(Path state) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        DeriveInstance.class.getName(),
                        servers,
                        "derive-two",
                        state.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void await(String application) throws Exception {
        awaitShare(application, 1);
    }

    private void awaitShare(String application, double share) throws Exception {
        long end = ends(Topics.AIS_FRAMES).values().stream().mapToLong(Long::longValue).sum();
        while (sum(committed(application)) < share * end) {
            Thread.sleep(100);
        }
    }

    private void awaitAllMoved(String application, Map<TopicPartition, Long> before)
            throws Exception {
        var ends = ends(Topics.AIS_FRAMES);
        while (true) {
            var now = committed(application);
            boolean moved =
                    ends.keySet().stream()
                            .allMatch(partition ->
                                    now.getOrDefault(partition, 0L)
                                                    > before.getOrDefault(partition, 0L)
                                            || now.getOrDefault(partition, 0L)
                                                    .equals(ends.get(partition)));
            if (moved) {
                return;
            }
            Thread.sleep(100);
        }
    }

    /// Until no activity has come for some seconds: what was put off is done then.
    private void awaitQuiet() throws Exception {
        long before = -1;
        long now = sum(ends(Topics.AIS_ACTIVITIES));
        while (before != now) {
            before = now;
            Thread.sleep(6_000);
            now = sum(ends(Topics.AIS_ACTIVITIES));
        }
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<TopicPartition, Long> committed(String application) throws Exception {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers))) {
            var found = new HashMap<TopicPartition, Long>();
            admin.listConsumerGroupOffsets(application)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, offset) -> {
                        if (partition.topic().equals(Topics.AIS_FRAMES) && offset != null) {
                            found.put(partition, offset.offset());
                        }
                    });
            return found;
        } catch (ExecutionException notYet) {
            return Map.of();
        }
    }

    private Map<TopicPartition, Long> ends(String topic) throws Exception {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers))) {
            var asked = new HashMap<TopicPartition, OffsetSpec>();
            int n =
                    requireNonNull(
                                    admin.describeTopics(List.of(topic))
                                            .allTopicNames()
                                            .get()
                                            .get(topic))
                            .partitions()
                            .size();
            for (int partition = 0; partition < n; partition++) {
                asked.put(new TopicPartition(topic, partition), OffsetSpec.latest());
            }
            var ends = new HashMap<TopicPartition, Long>();
            for (var entry : admin.listOffsets(asked).all().get().entrySet()) {
                ends.put(entry.getKey(), entry.getValue().offset());
            }
            return ends;
        }
    }

    /// What holds in the end of each activity, without its version and the time it was found: these
    /// tell of the way there.
    private Map<String, JsonNode> newest(Map<TopicPartition, Long> from) throws Exception {
        Map<String, Object> consuming =
                Map.of("bootstrap.servers", servers, "isolation.level", "read_committed");
        var newest = new TreeMap<String, JsonNode>();
        var json = StrictJson.mapper();
        try (var consumer =
                new KafkaConsumer<>(
                        consuming, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(from.keySet());
            from.forEach(consumer::seek);
            int empty = 0;
            while (empty < 5) {
                var records = consumer.poll(Duration.ofMillis(500));
                empty = records.isEmpty() ? empty + 1 : 0;
                for (var record : records) {
                    var activity = (ObjectNode) json.readTree(record.value());
                    int version = activity.get("version").asInt();
                    activity.put("newestVersion", version);
                    var known = newest.get(activity.get("id").asText());
                    if (known == null || known.get("newestVersion").asInt() < version) {
                        newest.put(activity.get("id").asText(), activity);
                    }
                }
            }
        }
        newest.values()
                .forEach(one ->
                        ((ObjectNode) one)
                                .remove(
                                        List.of(
                                                "version",
                                                "newestVersion",
                                                "supersedes",
                                                "derivedAt",
                                                "reason",
                                                "facts")));
        newest.values().removeIf(one -> one.path("state").asText().equals("retracted"));
        return newest;
    }

    private static void print(String format, Object... values) {
        System.out.println("= " + String.format(Locale.ROOT, format, values));
    }
}
