package org.fairlead.messaging.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Writes events into the `outbox` table of the service, in the transaction of the state they tell
/// of. An event whose id is already there is not written again.
@ApplicationScoped
public class Outbox {

    private static final String COLUMNS =
            "insert into outbox (id, topic, key, type, payload, trace_parent) values ";

    private final ObjectMapper json;

    @Inject
    public Outbox(ObjectMapper json) {
        this.json = json;
    }

    public Uni<Void> append(Mutiny.StatelessSession session, OutboxEvent event) {
        return session.createNativeQuery(
                        COLUMNS + "(?1, ?2, ?3, ?4, ?5, ?6) on conflict (id) do nothing")
                .setParameter(1, event.id())
                .setParameter(2, event.topic())
                .setParameter(3, event.key())
                .setParameter(4, event.type())
                .setParameter(5, write(event))
                .setParameter(6, traceParent())
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Void> append(Mutiny.StatelessSession session, List<OutboxEvent> events) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (OutboxEvent event : events) {
            all = all.chain(() -> append(session, event));
        }
        return all;
    }

    /// For services that write rows through the reactive client.
    public Uni<Void> append(SqlConnection connection, List<OutboxEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var rows =
                events.stream()
                        .map(event ->
                                Tuple.from(
                                        java.util.Arrays.asList(
                                                event.id(),
                                                event.topic(),
                                                event.key(),
                                                event.type(),
                                                write(event),
                                                traceParent())))
                        .toList();
        return connection
                .preparedQuery(COLUMNS + "($1, $2, $3, $4, $5, $6) on conflict (id) do nothing")
                .executeBatch(rows)
                .replaceWithVoid();
    }

    private String write(OutboxEvent event) {
        try {
            return json.writeValueAsString(event.payload());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("event cannot be written as JSON: " + event.type(), e);
        }
    }

    private static @Nullable String traceParent() {
        var context = Span.current().getSpanContext();
        return context.isValid()
                ? "00-%s-%s-%s"
                        .formatted(
                                context.getTraceId(),
                                context.getSpanId(),
                                context.getTraceFlags().asHex())
                : null;
    }
}
