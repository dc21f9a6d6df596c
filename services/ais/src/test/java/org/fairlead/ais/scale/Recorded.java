package org.fairlead.ais.scale;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.fairlead.ais.silence.HeardWorld;
import org.fairlead.bench.world.Truth;
import org.fairlead.bench.world.WorldSettings;
import org.fairlead.contracts.Topics;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.contracts.frame.FrameCodec;
import org.fairlead.contracts.frame.FramePartition;
import org.fairlead.service.json.StrictJson;

/// What a made world's receivers heard, written once, so that every run reads the same bytes.
///
/// @param frames by partition, as they are written
/// @param fixesUntil of each partition how many fixes its first frames hold
/// @param storedMillis when all of it is said to have been written
/// @param truth what was true of that world
public record Recorded(
        List<List<byte[]>> frames,
        List<List<Long>> fixesUntil,
        Map<String, VesselIdentity> identities,
        long storedMillis,
        List<Truth> truth) {

    /// @param flush how much of the world's time is in a frame that is not full
    /// @param heard told of each report
    public static Recorded world(
            WorldSettings settings, int partitions, Duration flush, Consumer<Fix> heard) {
        var frames = new ArrayList<List<byte[]>>();
        var counts = new ArrayList<List<Long>>();
        for (int partition = 0; partition < partitions; partition++) {
            frames.add(new ArrayList<>());
            counts.add(new ArrayList<>(List.of(0L)));
        }
        var identities = new LinkedHashMap<String, VesselIdentity>();
        var truth =
                HeardWorld.run(
                        settings,
                        4_000 * partitions,
                        flush,
                        frame -> {
                            frame.fixes().forEach(heard);
                            split(frame, frames, counts);
                        },
                        identity -> identities.put(identity.mmsi(), identity));
        return new Recorded(frames, counts, identities, System.currentTimeMillis(), truth);
    }

    private static void split(Frame frame, List<List<byte[]>> frames, List<List<Long>> counts) {
        int partitions = frames.size();
        var byPartition = new ArrayList<List<Fix>>();
        frames.forEach(any -> byPartition.add(new ArrayList<>()));
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
            frames.get(partition).add(FrameCodec.encode(part));
            var count = counts.get(partition);
            count.add(count.getLast() + part.fixes().size());
        }
    }

    public long fixes() {
        return fixesUntil.stream().mapToLong(List::getLast).sum();
    }

    int records() {
        return frames.stream().mapToInt(List::size).sum();
    }

    /// @param offsets how far each partition was read
    long fixesUntil(Map<TopicPartition, Long> offsets) {
        long sum = 0;
        for (int partition = 0; partition < frames.size(); partition++) {
            long offset =
                    offsets.getOrDefault(new TopicPartition(Topics.AIS_FRAMES, partition), 0L);
            sum += fixesUntil.get(partition).get((int) offset);
        }
        return sum;
    }

    /// Identities first, so that what ships say of themselves is known when they are heard.
    void writeTo(String servers) throws java.io.IOException {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        servers,
                        "linger.ms",
                        20,
                        "compression.type",
                        "lz4",
                        "buffer.memory",
                        128L << 20);
        var json = StrictJson.mapper();
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (VesselIdentity identity : identities.values()) {
                for (String topic : List.of(Topics.AIS_IDENTITIES, Topics.AIS_ACTIVITIES)) {
                    var record =
                            new ProducerRecord<>(
                                    topic,
                                    null,
                                    storedMillis,
                                    identity.mmsi(),
                                    json.writeValueAsBytes(identity));
                    record.headers()
                            .add("ce_type", VesselIdentity.TYPE.getBytes(StandardCharsets.UTF_8));
                    var unused = producer.send(record);
                }
            }
            producer.flush();
            int longest = frames.stream().mapToInt(List::size).max().orElse(0);
            for (int i = 0; i < longest; i++) {
                for (int partition = 0; partition < frames.size(); partition++) {
                    if (i < frames.get(partition).size()) {
                        var unused =
                                producer.send(
                                        new ProducerRecord<>(
                                                Topics.AIS_FRAMES,
                                                partition,
                                                storedMillis,
                                                "world",
                                                frames.get(partition).get(i)));
                    }
                }
            }
        }
    }
}
