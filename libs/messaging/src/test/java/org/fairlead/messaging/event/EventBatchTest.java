package org.fairlead.messaging.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecordBatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EventBatchTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String TYPE = "org.fairlead.test.v1";
    private static final TopicPartition PARTITION = new TopicPartition("ships", 0);

    private final List<ConsumerRecord<String, String>> sent = new ArrayList<>();

    /// What became of the records, in order: `handled [1, 2]`, `aside 3`, `read to 4`.
    private final List<String> log = new ArrayList<>();

    private final List<List<String>> transactions = new ArrayList<>();
    private Set<String> poison = Set.of();
    private int away;

    @Nested
    class AllOfThemGood {
        @Test
        void areOneTransactionAndOneAcknowledgement() {
            send(1, 500);

            handle();

            assertThat(transactions).singleElement().satisfies(all -> assertThat(all).hasSize(500));
            assertThat(log).last().isEqualTo("read to 499");
            assertThat(log).hasSize(2);
        }

        @Test
        void keepTheOrderInWhichTheyCame() {
            send(1, 4);

            handle();

            assertThat(log).containsExactly("handled [1, 2, 3, 4]", "read to 3");
        }

        @Test
        void areTriedAgainTogetherWhileTheDatabaseIsAway() {
            send(1, 3);
            away = 2;

            handle();

            assertThat(transactions).hasSize(3).allSatisfy(all -> assertThat(all).hasSize(3));
            assertThat(log).containsExactly("handled [1, 2, 3]", "read to 2");
        }
    }

    @Nested
    class OneThatNoTransactionTakes {
        @Test
        void isSetAsideAloneAfterTheOthersWereHandled() {
            send(1, 8);
            poison = Set.of("6");

            handle();

            assertThat(log)
                    .containsExactly(
                            "handled [1, 2, 3, 4]",
                            "handled [5]",
                            "handled [7, 8]",
                            "aside 6",
                            "read to 7");
        }

        @Test
        void isFoundInAFewSteps() {
            send(1, 64);
            poison = Set.of("17");

            handle();

            // Whole, then two halves at each of six levels.
            assertThat(transactions.stream().distinct()).hasSize(1 + 2 * 6);
        }

        @Test
        void mayBeTheOnlyOne() {
            send(1, 1);
            poison = Set.of("1");

            handle();

            assertThat(log).containsExactly("aside 1", "read to 0");
        }
    }

    @Nested
    class OneThatCannotBeRead {
        @Test
        void isSetAsideAndTheOthersAreOneTransaction() {
            send(1, 2);
            sent.add(record("no event", Map.of()));
            send(3, 4);
            sent.add(record("not JSON", headers("5", TYPE)));

            handle();

            assertThat(transactions).containsExactly(List.of("1", "2", "3", "4"));
            assertThat(log)
                    .containsExactly(
                            "handled [1, 2, 3, 4]",
                            "aside no event",
                            "aside not JSON",
                            "read to 5");
        }
    }

    @Nested
    class OneOfAnotherType {
        @Test
        void passesBy() {
            sent.add(record("1", headers("1", "org.fairlead.other.v1")));

            handle();

            assertThat(transactions).isEmpty();
            assertThat(log).containsExactly("read to 0");
        }
    }

    private void send(int first, int last) {
        IntStream.rangeClosed(first, last)
                .mapToObj(Integer::toString)
                .forEach(id -> sent.add(record(id, headers(id, TYPE))));
    }

    private static Map<String, String> headers(String id, String type) {
        return Map.of("ce_id", id, "ce_type", type, "ce_source", "/test", "ce_specversion", "1.0");
    }

    private ConsumerRecord<String, String> record(String value, Map<String, String> headers) {
        var record = new ConsumerRecord<>("ships", 0, sent.size(), "key", value);
        headers.forEach(
                (name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private void handle() {
        var records = new LinkedHashMap<TopicPartition, List<ConsumerRecord<String, String>>>();
        records.put(PARTITION, sent);
        var batch =
                new IncomingKafkaRecordBatch<String, String>(
                        new ConsumerRecords<>(records, Map.of()),
                        "channel",
                        0,
                        this::acknowledged,
                        this::setAside,
                        true,
                        false);
        EventBatch.handle(batch, TYPE, EventBatchTest::read, this::work).await().atMost(LIMIT);
    }

    private static String read(IncomingEvent event) {
        if (event.payload().startsWith("not")) {
            throw new UnprocessableEvent("unreadable");
        }
        return event.payload();
    }

    private Uni<Void> work(List<EventBatch.Received<String>> events) {
        return Uni.createFrom()
                .deferred(() -> {
                    var ids = events.stream().map(EventBatch.Received::content).toList();
                    transactions.add(ids);
                    if (away-- > 0) {
                        return Uni.createFrom().failure(new IOException("Connection refused"));
                    }
                    if (ids.stream().anyMatch(poison::contains)) {
                        return Uni.createFrom().failure(new IllegalStateException("poison"));
                    }
                    log.add("handled " + ids);
                    return Uni.createFrom().voidItem();
                });
    }

    private <K, V> Uni<Void> acknowledged(IncomingKafkaRecord<K, V> record) {
        log.add("read to " + record.getOffset());
        return Uni.createFrom().voidItem();
    }

    private <K, V> Uni<Void> setAside(
            IncomingKafkaRecord<K, V> record,
            Throwable reason,
            org.eclipse.microprofile.reactive.messaging.Metadata metadata) {
        log.add("aside " + record.getPayload());
        return Uni.createFrom().voidItem();
    }
}
