package org.fairlead.gateway.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fairlead.contracts.Topics;
import org.fairlead.contracts.cases.CaseChange;
import org.fairlead.gateway.event.ChangeMessage;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Reads `cases.changes` once for all replicas and writes down who is to be told. The position in
/// the topic moves on after that: what was read is in the database, or is read again.
@ApplicationScoped
class WebhookFeedStream {

    private static final Logger LOG = Logger.getLogger(WebhookFeedStream.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final String servers;
    private final DeliveryStore deliveries;
    private final WebhookConfig config;
    private volatile @Nullable KafkaConsumer<String, @Nullable String> consumer;
    private volatile boolean isStopping;

    WebhookFeedStream(
            @ConfigProperty(name = "kafka.bootstrap.servers") String servers,
            DeliveryStore deliveries,
            WebhookConfig config) {
        this.servers = servers;
        this.deliveries = deliveries;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.delivers()) {
            Thread.ofPlatform().name("webhook-feed").daemon().start(this::run);
        }
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
                reading.subscribe(List.of(Topics.CASES_CHANGES));
                while (!isStopping) {
                    take(reading);
                }
            } catch (WakeupException | InterruptException stopping) {
                return;
            } catch (RuntimeException fault) {
                // Kafka or the database is away: read again from the last position.
                LOG.warnf("changes for webhooks cannot be taken, trying again cause=%s", fault);
                pause();
            } finally {
                consumer = null;
            }
        }
    }

    private void take(KafkaConsumer<String, @Nullable String> reading) {
        var records = reading.poll(POLL);
        if (records.isEmpty()) {
            return;
        }
        var changes = new ArrayList<CaseChange>();
        for (var record : records) {
            read(record).ifPresent(changes::add);
        }
        deliveries.fanOut(changes);
        reading.commitSync();
    }

    private static Optional<CaseChange> read(ConsumerRecord<String, @Nullable String> record) {
        Header type = record.headers().lastHeader(ChangeMessage.TYPE_HEADER);
        return ChangeMessage.read(
                type == null ? null : type.value(),
                record.value(),
                record.partition(),
                record.offset());
    }

    private Map<String, Object> settings() {
        return Map.of(
                "bootstrap.servers",
                servers,
                "group.id",
                "fairlead-gateway-webhooks",
                "key.deserializer",
                StringDeserializer.class,
                "value.deserializer",
                StringDeserializer.class,
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false,
                // Nothing is told of what happened before a webhook was made, so the start is safe.
                "auto.offset.reset",
                "earliest",
                "client.id",
                "fairlead-gateway-webhooks");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
