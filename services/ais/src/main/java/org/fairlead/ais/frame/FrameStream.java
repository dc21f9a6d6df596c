package org.fairlead.ais.frame;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.fairlead.ais.ingest.NumberedFrame;
import org.fairlead.contracts.Topics;
import org.fairlead.contracts.frame.FrameCodec;

/// Publishes frames, each to the partition its transmitters belong to.
@ApplicationScoped
public class FrameStream implements FrameSink {

    static final String TYPE = "org.fairlead.ais.frame.v1";
    private static final URI SOURCE = URI.create("/fairlead/ais");

    private final MutinyEmitter<byte[]> emitter;
    private final KafkaClientService clients;

    @Inject
    FrameStream(@Channel("frames") MutinyEmitter<byte[]> emitter, KafkaClientService clients) {
        this.emitter = emitter;
        this.clients = clients;
    }

    @Override
    public Uni<Integer> partitions() {
        Function<Producer<String, byte[]>, Integer> count =
                producer -> producer.partitionsFor(Topics.AIS_FRAMES).size();
        return clients.<String, byte[]>getProducer("frames").runOnSendingThread(count);
    }

    /// Done when Kafka has acknowledged every one of them.
    @Override
    public Uni<Void> publish(List<NumberedFrame> frames) {
        if (frames.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var sent = new ArrayList<Uni<Void>>(frames.size());
        for (NumberedFrame frame : frames) {
            sent.add(emitter.sendMessage(message(frame)));
        }
        return Uni.join().all(sent).andCollectFailures().replaceWithVoid();
    }

    private static Message<byte[]> message(NumberedFrame numbered) {
        var frame = numbered.frame();
        var record =
                OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(frame.id())
                        .withPartition(numbered.partition())
                        .build();
        var cloudEvent =
                OutgoingCloudEventMetadata.<byte[]>builder()
                        .withId(frame.id())
                        .withType(TYPE)
                        .withSource(SOURCE)
                        .withTimestamp(Instant.now().atZone(ZoneOffset.UTC))
                        .withDataContentType("application/octet-stream")
                        .build();
        return Message.of(FrameCodec.encode(frame), Metadata.of(record, cloudEvent));
    }
}
