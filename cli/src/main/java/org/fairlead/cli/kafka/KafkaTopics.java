package org.fairlead.cli.kafka;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.fairlead.contracts.Topics;

/// Makes the platform's topics, each with its dead-letter topic.
final class KafkaTopics {

    private static final int PARTITIONS = 4;
    private static final short REPLICAS = 1;
    private static final Map<String, String> COMPACTED =
            Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);

    private KafkaTopics() {}

    static List<NewTopic> all() {
        return Topics.all().stream()
                .flatMap(name -> Stream.of(topic(name), letters(name)))
                .toList();
    }

    private static NewTopic topic(String name) {
        var topic = new NewTopic(name, PARTITIONS, REPLICAS);
        return Topics.compacted().contains(name) ? topic.configs(COMPACTED) : topic;
    }

    private static NewTopic letters(String name) {
        return new NewTopic(Topics.deadLetter(name), PARTITIONS, REPLICAS);
    }

    /// Creates what is missing and leaves what is there.
    static void create(Admin admin) throws ExecutionException, InterruptedException {
        var present = admin.listTopics().names().get();
        var missing = all().stream().filter(topic -> !present.contains(topic.name())).toList();
        admin.createTopics(missing).all().get();
    }

    static Admin admin(String bootstrap) {
        var settings = new Properties();
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000");
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "5000");
        return Admin.create(settings);
    }
}
