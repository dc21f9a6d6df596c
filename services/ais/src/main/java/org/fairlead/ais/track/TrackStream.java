package org.fairlead.ais.track;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.fairlead.contracts.frame.FrameCodec;
import org.fairlead.messaging.event.Redelivery;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Brings frames beside the tracks, as many at a time as Kafka hands out.
@ApplicationScoped
class TrackStream {

    private static final Logger LOG = Logger.getLogger(TrackStream.class);

    private final RecentFrameStore recent;
    private final MutinyEmitter<byte[]> setAside;
    private final MeterRegistry meters;

    @Inject
    TrackStream(
            RecentFrameStore recent,
            @Channel("frames-set-aside") MutinyEmitter<byte[]> setAside,
            MeterRegistry meters) {
        this.recent = recent;
        this.setAside = setAside;
        this.meters = meters;
    }

    @Incoming("tracks")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        var frames = new ArrayList<RecentFrame>();
        var unreadable = new ArrayList<Uni<Void>>();
        var readTo = new LinkedHashMap<TopicPartition, TrackStore.ReadTo>();
        for (ConsumerRecord<String, byte[]> record : records) {
            readTo.put(
                    new TopicPartition(record.topic(), record.partition()),
                    new TrackStore.ReadTo(record.topic(), record.partition(), record.offset() + 1));
            String fault = decode(record, frames);
            if (fault != null) {
                unreadable.add(setAside(record, fault));
            }
        }
        return all(unreadable)
                .chain(() -> take(frames, List.copyOf(readTo.values())))
                .invoke(() ->
                        meters.counter("fairlead.ais.frames.stored").increment(frames.size()));
    }

    /// What is wrong with the record, or null.
    private static @Nullable String decode(
            ConsumerRecord<String, byte[]> record, List<RecentFrame> frames) {
        if (record.value() == null) {
            return "no value";
        }
        try {
            frames.add(RecentFrame.of(record.partition(), record.offset(), record.value()));
            return null;
        } catch (FrameCodec.FrameDamaged damaged) {
            return String.valueOf(damaged.getMessage());
        }
    }

    private Uni<Void> take(List<RecentFrame> frames, List<TrackStore.ReadTo> readTo) {
        return Redelivery.untilHandled(() -> recent.append(frames, readTo));
    }

    private static Uni<Void> all(List<Uni<Void>> sent) {
        return sent.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(sent).andFailFast().replaceWithVoid();
    }

    private Uni<Void> setAside(ConsumerRecord<String, byte[]> record, String fault) {
        LOG.warnf(
                "frame set aside partition=%d offset=%d cause=%s",
                record.partition(), record.offset(), fault);
        meters.counter("fairlead.ais.frames.set-aside").increment();
        var headers = new RecordHeaders(record.headers().toArray());
        headers.add("dead-letter-reason", fault.getBytes(StandardCharsets.UTF_8));
        headers.add("dead-letter-topic", record.topic().getBytes(StandardCharsets.UTF_8));
        headers.add(
                "dead-letter-partition",
                Integer.toString(record.partition()).getBytes(StandardCharsets.UTF_8));
        headers.add(
                "dead-letter-offset",
                Long.toString(record.offset()).getBytes(StandardCharsets.UTF_8));
        var metadata =
                OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(record.key())
                        .withHeaders(headers)
                        .build();
        return Redelivery.untilHandled(() ->
                setAside.sendMessage(
                        Message.of(
                                record.value() == null ? new byte[0] : record.value(),
                                Metadata.of(metadata))));
    }
}
