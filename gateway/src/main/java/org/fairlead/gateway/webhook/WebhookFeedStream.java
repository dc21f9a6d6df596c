package org.fairlead.gateway.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fairlead.contracts.Topics;
import org.fairlead.contracts.cases.CaseChange;
import org.fairlead.service.json.StrictJson;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Reads `cases.changes` once for all replicas and writes down who is to be told. The position in
/// the topic moves on after that: what was read is in the database, or is read again.
@ApplicationScoped
class WebhookFeedStream {

    private static final Logger LOG = Logger.getLogger(WebhookFeedStream.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final ObjectMapper JSON =
            StrictJson.mapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

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
            read(record, changes);
        }
        deliveries.fanOut(changes);
        reading.commitSync();
    }

    private static void read(
            ConsumerRecord<String, @Nullable String> record, List<CaseChange> changes) {
        Header type = record.headers().lastHeader("ce_type");
        String payload = record.value();
        if (payload == null
                || type == null
                || !CaseChange.TYPE.equals(new String(type.value(), StandardCharsets.UTF_8))) {
            return;
        }
        try {
            changes.add(JSON.readValue(payload, CaseChange.class));
        } catch (JsonProcessingException fault) {
            LOG.warnf(
                    "unreadable change passed over partition=%d offset=%d cause=%s",
                    record.partition(), record.offset(), fault.getOriginalMessage());
        }
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
