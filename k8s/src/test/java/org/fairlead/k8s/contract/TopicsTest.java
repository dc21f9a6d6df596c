package org.fairlead.k8s.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.fairlead.contracts.Topics;
import org.junit.jupiter.api.Test;

/// The Job makes the topics the services are written for.
class TopicsTest {

    @Test
    void areAllMadeWithTheirDeadLetters() throws IOException {
        var wanted = new TreeMap<String, String>();
        for (var topic : Topics.all()) {
            wanted.put(topic, Topics.compacted().contains(topic) ? "compact" : "delete");
            wanted.put(Topics.deadLetter(topic), "delete");
        }

        assertThat(made()).isEqualTo(wanted);
    }

    private static Map<String, String> made() throws IOException {
        var made = new TreeMap<String, String>();
        for (var line : Files.readAllLines(Path.of("backing/plain/kafka/topics.txt"))) {
            var words = line.split(" +");
            assertThat(words).as("topic and policy in '%s'", line).hasSize(2);
            made.put(words[0], words[1]);
        }
        return made;
    }
}
