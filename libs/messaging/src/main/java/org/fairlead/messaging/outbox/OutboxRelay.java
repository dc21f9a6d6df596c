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
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
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
                })
                // A full batch has more behind it: the next does not wait for the clock.
                .chain(published ->
                        published >= config.batchSize()
                                ? drain()
                                : Uni.createFrom().item(published));
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
                                + " from outbox where published_at is null and failed_at is null"
                                + " order by sequence limit $1")
                .execute(Tuple.of(config.batchSize()))
                .chain(rows -> {
                    var sent = new ArrayList<Uni<Sent>>();
                    for (Row row : rows) {
                        sent.add(send(row));
                    }
                    if (sent.isEmpty()) {
                        return Uni.createFrom().item(0);
                    }
                    return Uni.join().all(sent).andFailFast().chain(all -> mark(connection, all));
                });
    }

    /// What became of one event: no failure, or one that no repetition will mend.
    private record Sent(long sequence, @Nullable String failure) {}

    /// An event the broker will never take (too large, not writable) is set aside, or it would hold
    /// up every event behind it for ever. Any other failure ends the batch, which is tried again.
    private Uni<Sent> send(Row row) {
        long sequence = row.getLong("sequence");
        return emitter.sendMessage(message(row))
                .replaceWith(() -> new Sent(sequence, null))
                .onFailure(OutboxRelay::isForGood)
                .recoverWithItem(fault -> {
                    LOG.errorf(
                            "event set aside in the outbox sequence=%d cause=%s", sequence, fault);
                    meters.counter("fairlead.outbox.failed").increment();
                    return new Sent(sequence, fault.toString());
                });
    }

    static boolean isForGood(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordTooLargeException
                    || cause instanceof SerializationException) {
                return true;
            }
        }
        return false;
    }

    /// @return how many were published
    private static Uni<Integer> mark(SqlConnection connection, List<Sent> sent) {
        var published =
                sent.stream().filter(one -> one.failure() == null).map(Sent::sequence).toList();
        Uni<Void> marked =
                connection
                        .preparedQuery(
                                "update outbox set published_at = now() where sequence = any($1)")
                        .execute(Tuple.of(published.toArray(Long[]::new)))
                        .replaceWithVoid();
        for (Sent one : sent) {
            if (one.failure() != null) {
                marked =
                        marked.chain(() ->
                                connection
                                        .preparedQuery(
                                                "update outbox set failed_at = now(), failure = $2"
                                                        + " where sequence = $1")
                                        .execute(Tuple.of(one.sequence(), one.failure()))
                                        .replaceWithVoid());
            }
        }
        return marked.replaceWith(published.size());
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
