package org.fairlead.messaging.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Publishes what the outbox holds, in the order of its sequence, and marks it.
///
/// One relay works at a time over all replicas (an advisory lock). A crash between publishing and
/// marking publishes again; consumers count an id once.
@ApplicationScoped
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final long LOCK = 0x6661_6972_6c65_6164L;

    private final Pool pool;
    private final MutinyEmitter<String> emitter;
    private final OutboxConfig config;
    private final MeterRegistry meters;
    private @Nullable Cancellable ticking;
    private @Nullable Cancellable purging;
    private boolean isFailing;

    @Inject
    OutboxRelay(
            Pool pool,
            @Channel("outbox") MutinyEmitter<String> emitter,
            OutboxConfig config,
            MeterRegistry meters) {
        this.pool = pool;
        this.emitter = emitter;
        this.config = config;
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        ticking =
                Multi.createFrom()
                        .ticks()
                        .every(config.every())
                        .onOverflow()
                        .drop()
                        .onItem()
                        .transformToUniAndConcatenate(tick -> drain())
                        .subscribe()
                        .with(published -> {});
        // Once an hour is enough: the rows are small and few.
        purging =
                Multi.createFrom()
                        .ticks()
                        .startingAfter(Duration.ofMinutes(1))
                        .every(Duration.ofHours(1))
                        .onOverflow()
                        .drop()
                        .onItem()
                        .transformToUniAndConcatenate(tick -> purge())
                        .subscribe()
                        .with(purged -> {});
    }

    void stop(@Observes ShutdownEvent event) {
        if (ticking != null) {
            ticking.cancel();
        }
        if (purging != null) {
            purging.cancel();
        }
    }

    private Uni<Integer> drain() {
        return pool.withTransaction(this::publishBatch)
                .onItem()
                .invoke(published -> {
                    if (published > 0) {
                        meters.counter("fairlead.outbox.published").increment(published);
                    }
                    isFailing = false;
                })
                .onFailure()
                .recoverWithItem(fault -> {
                    if (!isFailing) {
                        LOG.warnf("outbox waits, events are kept cause=%s", fault);
                    }
                    isFailing = true;
                    return 0;
                });
    }

    private Uni<Integer> publishBatch(SqlConnection connection) {
        return connection
                .preparedQuery("select pg_try_advisory_xact_lock($1)")
                .execute(Tuple.of(LOCK))
                .map(rows -> rows.iterator().next().getBoolean(0))
                .chain(isOurs -> isOurs ? publishNext(connection) : Uni.createFrom().item(0));
    }

    private Uni<Integer> publishNext(SqlConnection connection) {
        return connection
                .preparedQuery(
                        "select sequence, id, topic, key, type, payload, trace_parent, created_at"
                                + " from outbox where published_at is null order by sequence limit $1")
                .execute(Tuple.of(config.batchSize()))
                .chain(rows -> {
                    var sent = new ArrayList<Uni<Void>>();
                    var sequences = new ArrayList<Long>();
                    for (Row row : rows) {
                        sequences.add(row.getLong("sequence"));
                        sent.add(emitter.sendMessage(message(row)));
                    }
                    if (sent.isEmpty()) {
                        return Uni.createFrom().item(0);
                    }
                    return Uni.join()
                            .all(sent)
                            .andFailFast()
                            .chain(() -> mark(connection, sequences))
                            .replaceWith(sequences.size());
                });
    }

    private static Uni<Void> mark(SqlConnection connection, List<Long> sequences) {
        return connection
                .preparedQuery("update outbox set published_at = now() where sequence = any($1)")
                .execute(Tuple.of(sequences.toArray(Long[]::new)))
                .replaceWithVoid();
    }

    private Uni<Integer> purge() {
        return pool.preparedQuery("delete from outbox where published_at < $1")
                .execute(Tuple.of(OffsetDateTime.now().minus(config.keepPublished())))
                .map(rows -> rows.rowCount())
                .onFailure()
                .recoverWithItem(0);
    }

    private Message<String> message(Row row) {
        var headers = new RecordHeaders();
        String traceParent = row.getString("trace_parent");
        if (traceParent != null) {
            headers.add("traceparent", traceParent.getBytes(StandardCharsets.UTF_8));
        }
        var record =
                OutgoingKafkaRecordMetadata.<String>builder()
                        .withTopic(row.getString("topic"))
                        .withKey(row.getString("key"))
                        .withHeaders(headers)
                        .build();
        var cloudEvent =
                OutgoingCloudEventMetadata.<String>builder()
                        .withId(row.get(UUID.class, "id").toString())
                        .withType(row.getString("type"))
                        .withSource(URI.create(config.source()))
                        .withTimestamp(row.getOffsetDateTime("created_at").toZonedDateTime())
                        .withDataContentType("application/json")
                        .build();
        return Message.of(row.getString("payload"), Metadata.of(record, cloudEvent));
    }
}
