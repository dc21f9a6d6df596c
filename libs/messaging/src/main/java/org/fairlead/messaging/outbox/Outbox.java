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
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Writes events into the `outbox` table of the service, in the transaction of the state they tell
/// of. An event whose id is already there is not written again.
@ApplicationScoped
public class Outbox {

    private static final String COLUMNS =
            "insert into outbox (id, topic, key, type, payload, trace_parent) values ";

    private static final int ROWS_PER_STATEMENT = 100;

    private final ObjectMapper json;

    @Inject
    public Outbox(ObjectMapper json) {
        this.json = json;
    }

    public Uni<Void> append(Mutiny.StatelessSession session, OutboxEvent event) {
        return append(session, List.of(event));
    }

    /// In the order of the list, many rows to a statement: a transaction with hundreds of events
    /// would else wait for hundreds of round trips.
    public Uni<Void> append(Mutiny.StatelessSession session, List<OutboxEvent> events) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (int from = 0; from < events.size(); from += ROWS_PER_STATEMENT) {
            var rows = events.subList(from, Math.min(from + ROWS_PER_STATEMENT, events.size()));
            all = all.chain(() -> insert(session, rows));
        }
        return all;
    }

    private Uni<Void> insert(Mutiny.StatelessSession session, List<OutboxEvent> events) {
        var values = new StringJoiner(", ");
        for (int row = 0; row < events.size(); row++) {
            int at = row * 6;
            values.add(
                    "(?%d, ?%d, ?%d, ?%d, ?%d, ?%d)"
                            .formatted(at + 1, at + 2, at + 3, at + 4, at + 5, at + 6));
        }
        var query = session.createNativeQuery(COLUMNS + values + " on conflict (id) do nothing");
        int at = 0;
        for (OutboxEvent event : events) {
            query =
                    query.setParameter(++at, event.id())
                            .setParameter(++at, event.topic())
                            .setParameter(++at, event.key())
                            .setParameter(++at, event.type())
                            .setParameter(++at, write(event))
                            .setParameter(++at, traceParent());
        }
        return query.executeUpdate().replaceWithVoid();
    }

    private static final String APPEND =
            """
            insert into outbox (id, topic, key, type, payload, trace_parent)
            select event.id, event.topic, event.key, event.type, event.payload, $6
              from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[])
                   with ordinality as event (id, topic, key, type, payload, place)
             order by event.place
            on conflict (id) do nothing
            """;

    private static final int ROWS_PER_ARRAY = 2_000;

    /// For services that write rows through the reactive client. In the order of the list, whole
    /// columns as arrays: a list's first version has tens of thousands of events.
    public Uni<Void> append(SqlConnection connection, List<OutboxEvent> events) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (int from = 0; from < events.size(); from += ROWS_PER_ARRAY) {
            var rows = events.subList(from, Math.min(from + ROWS_PER_ARRAY, events.size()));
            all =
                    all.chain(() ->
                            connection
                                    .preparedQuery(APPEND)
                                    .execute(columns(rows))
                                    .replaceWithVoid());
        }
        return all;
    }

    private Tuple columns(List<OutboxEvent> events) {
        return Tuple.tuple()
                .addArrayOfUUID(events.stream().map(OutboxEvent::id).toArray(UUID[]::new))
                .addArrayOfString(column(events, OutboxEvent::topic))
                .addArrayOfString(column(events, OutboxEvent::key))
                .addArrayOfString(column(events, OutboxEvent::type))
                .addArrayOfString(payloads(events))
                .addString(traceParent());
    }

    /// What one event carries the next often carries too, to another topic: it is written once.
    private String[] payloads(List<OutboxEvent> events) {
        var payloads = new String[events.size()];
        for (int i = 0; i < payloads.length; i++) {
            boolean isSame = i > 0 && events.get(i).payload() == events.get(i - 1).payload();
            payloads[i] = isSame ? payloads[i - 1] : write(events.get(i));
        }
        return payloads;
    }

    private static String[] column(List<OutboxEvent> events, Function<OutboxEvent, String> value) {
        return events.stream().map(value).toArray(String[]::new);
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
