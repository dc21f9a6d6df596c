package org.fairlead.cli.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.clients.admin.NewTopic;
import org.fairlead.cli.part.Ports;
import org.fairlead.contracts.Topics;
import org.junit.jupiter.api.Test;

class KafkaTopicsTest {

    @Test
    void coverEveryTopicOfTheContractsAndItsDeadLetters() {
        var names = KafkaTopics.all().stream().map(NewTopic::name).toList();

        assertThat(names)
                .containsAll(Topics.all())
                .containsAll(Topics.all().stream().map(Topics::deadLetter).toList())
                .hasSize(2 * Topics.all().size());
    }

    @Test
    void keepTheLatestIdentityZoneAndEntryForEver() {
        assertThat(KafkaTopics.all())
                .filteredOn(topic -> topic.configs() != null)
                .allSatisfy(topic ->
                        assertThat(topic.configs()).containsEntry("cleanup.policy", "compact"))
                .extracting(NewTopic::name)
                .containsExactlyInAnyOrder("ais.identities", "ais.zones", "sanctions.current");
    }

    @Test
    void areNotMadeByTheBrokerItselfWhichListensOnLoopbackOnly() throws IOException {
        var settings = new Properties();
        settings.load(
                new StringReader(
                        new KafkaSettings(new Ports(9000), Path.of("/data/kafka")).text()));

        assertThat(settings)
                .containsEntry("auto.create.topics.enable", "false")
                .containsEntry(
                        "listeners", "PLAINTEXT://127.0.0.1:9008,CONTROLLER://127.0.0.1:9009")
                .containsEntry("log.dirs", "/data/kafka");
    }
}
