package org.fairlead.messaging.event;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/// Handles the records of one poll together: a transaction for all of them costs hardly more than
/// one for a single record.
///
/// A record that cannot be handled is set aside alone: the others are then tried in halves, so that
/// of hundreds each good one is handled and each bad one found in a few steps. Nothing is
/// acknowledged before everything is handled or set aside, so that a process that dies begins the
/// whole poll again; the consumer's inbox makes that harmless.
public final class EventBatch {

    private static final Logger LOG = Logger.getLogger(EventBatch.class);

    private EventBatch() {}

    /// One event of a batch.
    ///
    /// @param id of the event; a consumer counts an id once
    public record Received<T>(String id, T content) {}

    private record Held<T>(KafkaRecord<String, String> record, Received<T> event) {}

    private record Refused(KafkaRecord<String, String> record, Throwable cause) {}

    /// Events of one type; others pass by.
    public static <T> Uni<Void> handle(
            KafkaRecordBatch<String, String> batch,
            String type,
            Function<IncomingEvent, T> read,
            Function<List<Received<T>>, Uni<Void>> work) {
        return handle(batch, type::equals, read, work);
    }

    /// @param isWanted whether events of a type are handled; others pass by
    /// @param read throws [UnprocessableEvent] on what no retry will make readable
    /// @param work handles all events of the list in one transaction, in their order; called again
    ///   with fewer of them when that fails
    public static <T> Uni<Void> handle(
            KafkaRecordBatch<String, String> batch,
            Predicate<String> isWanted,
            Function<IncomingEvent, T> read,
            Function<List<Received<T>>, Uni<Void>> work) {
        var held = new ArrayList<Held<T>>();
        var unreadable = new ArrayList<Refused>();
        for (KafkaRecord<String, String> record : batch.getRecords()) {
            try {
                var event = IncomingEvent.of(record);
                if (isWanted.test(event.type())) {
                    held.add(new Held<>(record, new Received<>(event.id(), read.apply(event))));
                }
            } catch (RuntimeException fault) {
                unreadable.add(new Refused(record, fault));
            }
        }
        // Setting aside acknowledges, and what is acknowledged here is acknowledged up to here.
        return handle(held, work)
                .chain(refused -> setAside(refused))
                .chain(() -> setAside(unreadable))
                .chain(() -> Uni.createFrom().completionStage(batch::ack));
    }

    private static <T> Uni<List<Refused>> handle(
            List<Held<T>> held, Function<List<Received<T>>, Uni<Void>> work) {
        if (held.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var events = held.stream().map(Held::event).toList();
        return Redelivery.untilHandled(() -> work.apply(events))
                .map(done -> List.<Refused>of())
                .onFailure()
                .recoverWithUni(fault -> inHalves(held, work, fault));
    }

    private static <T> Uni<List<Refused>> inHalves(
            List<Held<T>> held, Function<List<Received<T>>, Uni<Void>> work, Throwable fault) {
        if (held.size() == 1) {
            return Uni.createFrom().item(List.of(new Refused(held.getFirst().record(), fault)));
        }
        LOG.warnf("batch tried again in halves events=%d cause=%s", held.size(), fault);
        int middle = held.size() / 2;
        return handle(held.subList(0, middle), work)
                .chain(first ->
                        handle(held.subList(middle, held.size()), work)
                                .map(second -> {
                                    var all = new ArrayList<>(first);
                                    all.addAll(second);
                                    return List.copyOf(all);
                                }));
    }

    private static Uni<Void> setAside(List<Refused> refused) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Refused one : refused) {
            all =
                    all.chain(() ->
                            Uni.createFrom().completionStage(() -> one.record().nack(one.cause())));
        }
        return all;
    }
}
