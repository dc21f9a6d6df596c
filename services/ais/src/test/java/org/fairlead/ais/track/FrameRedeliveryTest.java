package org.fairlead.ais.track;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.fairlead.contracts.Topics;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.contracts.frame.FrameCodec;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "ais"))
class FrameRedeliveryTest {

    private static final long NOON = Instant.parse("2024-03-02T12:00:00Z").toEpochMilli();
    private static final int SHE = 273200001;
    private static final Duration SOON = Duration.ofSeconds(30);

    private static byte[] frame(int from, int n) {
        var fixes = new ArrayList<Fix>();
        for (int i = from; i < from + n; i++) {
            fixes.add(new Fix(SHE, NOON + i * 1000L, i, i, 1, 1, 1, 0, 0, 1, 0));
        }
        return FrameCodec.encode(new Frame("r.1/" + from, "redelivered", NOON, fixes));
    }

    private static void send(byte[]... values) {
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", PlatformResource.kafkaBootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            for (byte[] value : values) {
                producer.send(new ProducerRecord<>(Topics.AIS_FRAMES, 0, "r", value));
            }
        }
    }

    private static void awaitFixes(int fixes) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        given().auth()
                                .oauth2(Tokens.carl())
                                .get("/api/ais/v1/vessels/" + SHE)
                                .then()
                                .statusCode(200)
                                .body("fixes", equalTo(fixes)));
    }

    @Test
    void framesThatComeTwiceCountOnceAndAnUnreadableOneIsSetAside() {
        send(frame(0, 10), frame(0, 10), new byte[] {1, 2, 3}, frame(5, 10), frame(0, 10));

        awaitFixes(15);
        // One more of its own batch shows that nothing was left behind.
        send(frame(100, 1));
        awaitFixes(16);

        assertThat(setAside())
                .anySatisfy(record -> {
                    assertThat(record.value()).containsExactly(1, 2, 3);
                    assertThat(
                                    new String(
                                            record.headers()
                                                    .lastHeader("dead-letter-reason")
                                                    .value(),
                                            java.nio.charset.StandardCharsets.UTF_8))
                            .isNotBlank();
                });
    }

    private static List<org.apache.kafka.clients.consumer.ConsumerRecord<String, byte[]>>
            setAside() {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", PlatformResource.kafkaBootstrapServers(),
                                "group.id", "test-set-aside",
                                "auto.offset.reset", "earliest"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.deadLetter(Topics.AIS_FRAMES)));
            var found =
                    new ArrayList<
                            org.apache.kafka.clients.consumer.ConsumerRecord<String, byte[]>>();
            await().atMost(SOON)
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(200)).forEach(found::add);
                        return !found.isEmpty();
                    });
            return found;
        }
    }
}
