package org.fairlead.cli.kafka;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairlead.cli.part.Ports;

/// `server.properties` of a single KRaft node that is broker and controller in one.
record KafkaSettings(Ports ports, Path data) {

    String text() {
        return Stream.of(
                        "process.roles=broker,controller",
                        "node.id=1",
                        "controller.quorum.voters=1@127.0.0.1:" + ports.kafkaController(),
                        "controller.listener.names=CONTROLLER",
                        "listeners=PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                                .formatted(ports.kafka(), ports.kafkaController()),
                        "advertised.listeners=PLAINTEXT://127.0.0.1:" + ports.kafka(),
                        "log.dirs=" + data,
                        // A misspelt topic is an error to see, not a topic to make.
                        "auto.create.topics.enable=false",
                        "num.partitions=4",
                        "default.replication.factor=1",
                        "min.insync.replicas=1",
                        "offsets.topic.replication.factor=1",
                        "offsets.topic.num.partitions=8",
                        "transaction.state.log.replication.factor=1",
                        "transaction.state.log.min.isr=1",
                        "transaction.state.log.num.partitions=8",
                        "share.coordinator.state.topic.replication.factor=1",
                        "share.coordinator.state.topic.min.isr=1",
                        "group.initial.rebalance.delay.ms=0",
                        // A killed node may register again only once its old session is over.
                        "broker.heartbeat.interval.ms=500",
                        "broker.session.timeout.ms=3000",
                        // A killed node recovers by reading unflushed segments again; small ones
                        // make that short.
                        "log.segment.bytes=67108864",
                        "log.retention.hours=168",
                        "message.max.bytes=4194304")
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
