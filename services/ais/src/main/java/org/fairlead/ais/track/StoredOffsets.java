package org.fairlead.ais.track;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// Reads on where the database says, not where Kafka does: offsets are stored with the fixes.
@ApplicationScoped
@Identifier("stored-offsets")
class StoredOffsets implements KafkaConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(StoredOffsets.class);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final int TRIES = 20;

    private final TrackStore tracks;

    @Inject
    StoredOffsets(TrackStore tracks) {
        this.tracks = tracks;
    }

    @Override
    public void onPartitionsAssigned(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            Long next = stored(partition.topic()).get(partition.partition());
            if (next != null) {
                consumer.seek(partition, next);
            }
        }
    }

    private Map<Integer, Long> stored(String topic) {
        for (int tries = 1; ; tries++) {
            try {
                return tracks.nextOffsets(topic).await().atMost(ANSWER_WITHIN);
            } catch (RuntimeException away) {
                if (tries == TRIES) {
                    // Reading from the start again only takes longer: the store takes a union.
                    LOG.warnf("offsets unknown, reading from the start topic=%s", topic);
                    return Map.of();
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(ANSWER_WITHIN);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for offsets", stopped);
        }
    }
}
