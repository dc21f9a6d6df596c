package org.fairlead.testing;

import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;

/// A Kafka with the platform's topics that nobody else uses: for a run whose topics must hold what
/// that run wrote and nothing more.
public final class SeparateKafka implements AutoCloseable {

    private final EmbeddedKafkaBroker broker;

    private SeparateKafka(EmbeddedKafkaBroker broker) {
        this.broker = broker;
    }

    /// @param nodeId of brokers that live at the same time each another
    public static SeparateKafka start(int nodeId) {
        var broker = new EmbeddedKafkaBroker().withNodeId(nodeId).start();
        PlatformResource.createTopics(broker.getAdvertisedListeners());
        return new SeparateKafka(broker);
    }

    public String servers() {
        String listeners = broker.getAdvertisedListeners();
        return listeners.substring(listeners.indexOf("//") + 2);
    }

    @Override
    public void close() {
        broker.close();
    }
}
