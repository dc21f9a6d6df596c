package org.fairlead.gateway.event;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fairlead.contracts.Topics;
import org.fairlead.contracts.cases.CaseChange;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Reads `cases.changes` on every replica, whole and without a group: each replica has subscribers
/// of its own. Reading begins as far back as changes are kept for those who were away.
@ApplicationScoped
class ChangeStream {

    private static final Logger LOG = Logger.getLogger(ChangeStream.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String servers;
    private final EventConfig config;
    private volatile @Nullable RecentChanges changes;
    private volatile @Nullable KafkaConsumer<String, @Nullable String> consumer;
    private volatile boolean isStopping;

    ChangeStream(
            @ConfigProperty(name = "kafka.bootstrap.servers") String servers, EventConfig config) {
        this.servers = servers;
        this.config = config;
    }

    /// Empty until the topic was reached for the first time.
    Optional<RecentChanges> changes() {
        return Optional.ofNullable(changes);
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().name("case-changes").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        isStopping = true;
        var reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
    }

    private void run() {
        while (!isStopping) {
            try (var reading = new KafkaConsumer<String, @Nullable String>(settings())) {
                consumer = reading;
                read(reading);
            } catch (WakeupException | InterruptException stopping) {
                return;
            } catch (KafkaException fault) {
                LOG.warnf("changes cannot be read, trying again cause=%s", fault.getMessage());
                pause();
            } finally {
                consumer = null;
            }
        }
    }

    private Map<String, Object> settings() {
        return Map.of(
                "bootstrap.servers",
                servers,
                "key.deserializer",
                StringDeserializer.class,
                "value.deserializer",
                StringDeserializer.class,
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false,
                "default.api.timeout.ms",
                (int) PATIENCE.toMillis(),
                "client.id",
                "fairlead-gateway-changes");
    }

    private void read(KafkaConsumer<String, @Nullable String> reading) {
        List<TopicPartition> partitions = partitions(reading);
        if (partitions.isEmpty()) {
            pause();
            return;
        }
        reading.assign(partitions);
        var known = changes;
        if (known == null || known.partitions() != partitions.size()) {
            known = new RecentChanges(config.kept(), rewind(reading, partitions));
        } else {
            resume(reading, partitions, known.newest());
        }
        changes = known;
        LOG.infof("reading changes partitions=%d from=%s", partitions.size(), known.newest());
        while (!isStopping) {
            for (var change : reading.poll(POLL)) {
                keep(known, change);
            }
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> reading) {
        var there = reading.partitionsFor(Topics.CASES_CHANGES, PATIENCE);
        int count = there == null ? 0 : there.size();
        return IntStream.range(0, count)
                .mapToObj(partition -> new TopicPartition(Topics.CASES_CHANGES, partition))
                .toList();
    }

    private Position rewind(KafkaConsumer<?, ?> reading, List<TopicPartition> partitions) {
        var beginnings = reading.beginningOffsets(partitions);
        var ends = reading.endOffsets(partitions);
        long[] start = new long[partitions.size()];
        for (TopicPartition partition : partitions) {
            long first = beginnings.getOrDefault(partition, 0L);
            long end = ends.getOrDefault(partition, first);
            start[partition.partition()] = Math.max(first, end - config.kept());
        }
        var position = new Position(start);
        resume(reading, partitions, position);
        return position;
    }

    private static void resume(
            KafkaConsumer<?, ?> reading, List<TopicPartition> partitions, Position position) {
        partitions.forEach(
                partition -> reading.seek(partition, position.next()[partition.partition()]));
    }

    private static void keep(RecentChanges known, ConsumerRecord<String, @Nullable String> change) {
        Optional<CaseChange> content = read(change);
        if (content.isPresent()) {
            known.add(change.partition(), change.offset(), content.get());
        } else {
            known.skip(change.partition(), change.offset());
        }
    }

    private static Optional<CaseChange> read(ConsumerRecord<String, @Nullable String> change) {
        Header type = change.headers().lastHeader(ChangeMessage.TYPE_HEADER);
        return ChangeMessage.read(
                type == null ? null : type.value(),
                change.value(),
                change.partition(),
                change.offset());
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
