package org.fairlead.cases.feed;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.messaging.event.EventBatch;
import org.fairlead.messaging.event.EventJson;
import org.fairlead.messaging.event.IncomingEvent;
import org.fairlead.messaging.event.Redelivery;
import org.fairlead.messaging.inbox.Inbox;
import org.hibernate.reactive.mutiny.Mutiny;

/// Handles one event in one transaction: once per event id, again while the database is away, and
/// to the dead-letter topic when it cannot be read.
@ApplicationScoped
class Intake {

    private final TeamTransactions transactions;
    private final Inbox inbox;

    @Inject
    Intake(TeamTransactions transactions, Inbox inbox) {
        this.transactions = transactions;
        this.inbox = inbox;
    }

    <T> Uni<Void> handle(
            Message<String> message,
            String topic,
            String type,
            Class<T> contract,
            BiFunction<Mutiny.StatelessSession, T, Uni<Void>> work) {
        return Redelivery.untilHandled(() -> once(message, topic, type, contract, work))
                .onItemOrFailure()
                .transformToUni((done, fault) ->
                        Uni.createFrom()
                                .completionStage(
                                        fault == null ? message.ack() : message.nack(fault)));
    }

    private <T> Uni<Void> once(
            Message<String> message,
            String topic,
            String type,
            Class<T> contract,
            BiFunction<Mutiny.StatelessSession, T, Uni<Void>> work) {
        IncomingEvent event = IncomingEvent.of(message);
        if (!event.type().equals(type)) {
            return Uni.createFrom().voidItem();
        }
        T content = EventJson.read(event, contract);
        return transactions.ofPlatform(session ->
                inbox.isFirst(session, topic, event.id())
                        .chain(isFirst ->
                                isFirst
                                        ? work.apply(session, content)
                                        : Uni.createFrom().voidItem()));
    }

    /// Handles all events of one poll in one transaction. What cannot be handled goes to the
    /// dead-letter topic alone.
    <T> Uni<Void> handleAll(
            KafkaRecordBatch<String, String> batch,
            String topic,
            Predicate<String> isWanted,
            Function<IncomingEvent, T> read,
            BiFunction<Mutiny.StatelessSession, List<T>, Uni<Void>> work) {
        return EventBatch.handle(batch, isWanted, read, events -> onceEach(events, topic, work));
    }

    private <T> Uni<Void> onceEach(
            List<EventBatch.Received<T>> events,
            String topic,
            BiFunction<Mutiny.StatelessSession, List<T>, Uni<Void>> work) {
        var ids = events.stream().map(EventBatch.Received::id).toList();
        return transactions.ofPlatform(session ->
                inbox.firsts(session, topic, ids)
                        .chain(firsts -> {
                            var news =
                                    events.stream()
                                            .filter(event -> firsts.remove(event.id()))
                                            .map(EventBatch.Received::content)
                                            .toList();
                            return news.isEmpty()
                                    ? Uni.createFrom().voidItem()
                                    : work.apply(session, news);
                        }));
    }
}
