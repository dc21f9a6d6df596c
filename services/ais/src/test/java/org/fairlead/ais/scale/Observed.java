package org.fairlead.ais.scale;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.fairlead.contracts.Topics;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.service.json.StrictJson;

/// What a broker shows of a topology that runs on it.
final class Observed implements AutoCloseable {

    private final String servers;
    private final String application;
    private final Admin admin;

    Observed(String servers, String application) {
        this.servers = servers;
        this.application = application;
        this.admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers));
    }

    /// How far each partition was read and committed.
    Map<TopicPartition, Long> committed() throws InterruptedException {
        var found = new HashMap<TopicPartition, Long>();
        try {
            admin.listConsumerGroupOffsets(application)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, offset) -> {
                        if (offset != null) {
                            found.put(partition, offset.offset());
                        }
                    });
        } catch (ExecutionException notYet) {
            return Map.of();
        }
        return found;
    }

    Map<TopicPartition, Long> ends(List<String> topics)
            throws InterruptedException, ExecutionException {
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        admin.describeTopics(topics)
                .allTopicNames()
                .get()
                .forEach((topic, description) ->
                        description
                                .partitions()
                                .forEach(one ->
                                        asked.put(
                                                new TopicPartition(topic, one.partition()),
                                                OffsetSpec.latest())));
        var ends = new HashMap<TopicPartition, Long>();
        for (var entry : admin.listOffsets(asked).all().get().entrySet()) {
            ends.put(entry.getKey(), entry.getValue().offset());
        }
        return ends;
    }

    List<String> topics(String suffix) throws InterruptedException, ExecutionException {
        return admin.listTopics().names().get().stream()
                .filter(name -> name.startsWith(application) && name.endsWith(suffix))
                .sorted()
                .toList();
    }

    /// Partitions of frames each member of the group has, by client.
    Map<String, Integer> shares() throws InterruptedException {
        var shares = new TreeMap<String, Integer>();
        try {
            var group =
                    requireNonNull(
                            admin.describeConsumerGroups(List.of(application))
                                    .describedGroups()
                                    .get(application));
            for (var member : group.get().members()) {
                long frames =
                        member.assignment().topicPartitions().stream()
                                .filter(one -> one.topic().equals(Topics.AIS_FRAMES))
                                .count();
                shares.put(member.consumerId(), (int) frames);
            }
        } catch (ExecutionException notYet) {
            return Map.of();
        }
        return shares;
    }

    /// Keys and bytes of the values that hold in the end, by store: what an instance that takes
    /// over must restore.
    Map<String, long[]> state() throws InterruptedException, ExecutionException {
        var sizes = new TreeMap<String, long[]>();
        for (String topic : topics("-changelog")) {
            var values = new HashMap<String, Integer>();
            for (var record : read(List.of(topic), Map.of())) {
                String key =
                        record.partition() + new String(record.key(), StandardCharsets.ISO_8859_1);
                if (record.value() == null) {
                    values.remove(key);
                } else {
                    values.put(key, record.value().length);
                }
            }
            String store =
                    topic.substring(
                            application.length() + 1, topic.length() - "-changelog".length());
            sizes.put(
                    store,
                    new long[] {
                        values.size(), values.values().stream().mapToLong(Integer::longValue).sum()
                    });
        }
        return sizes;
    }

    private record Bytes(
            int partition,
            byte[] key,
            byte @org.jspecify.annotations.Nullable [] value,
            String type) {}

    private List<Bytes> read(List<String> topics, Map<TopicPartition, Long> from)
            throws InterruptedException, ExecutionException {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", servers, "isolation.level", "read_committed");
        var ends = ends(topics);
        var found = new ArrayList<Bytes>();
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            from.forEach(consumer::seek);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    var type = record.headers().lastHeader("ce_type");
                    found.add(
                            new Bytes(
                                    record.partition(),
                                    requireNonNull(record.key()),
                                    record.value(),
                                    type == null
                                            ? ""
                                            : new String(type.value(), StandardCharsets.UTF_8)));
                }
            }
        }
        return found;
    }

    long versions() throws InterruptedException, ExecutionException {
        return ends(List.of(Topics.AIS_ACTIVITIES)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /// The newest version of each activity, by its id.
    Map<String, JsonNode> newest() throws Exception {
        var newest = new TreeMap<String, JsonNode>();
        var json = StrictJson.mapper();
        for (Bytes record : read(List.of(Topics.AIS_ACTIVITIES), Map.of())) {
            if (record.type().equals(VesselIdentity.TYPE)) {
                continue;
            }
            var activity = json.readTree(requireNonNull(record.value()));
            var known = newest.get(activity.get("id").asText());
            if (known == null || known.get("version").asInt() < activity.get("version").asInt()) {
                newest.put(activity.get("id").asText(), activity);
            }
        }
        return newest;
    }

    @Override
    public void close() {
        admin.close();
    }
}
