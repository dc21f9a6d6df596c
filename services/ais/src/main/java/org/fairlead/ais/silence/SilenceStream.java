package org.fairlead.ais.silence;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.fairlead.contracts.Topics;
import org.jboss.logging.Logger;

/// Frames in, silences out: the topology.
///
/// Exactly once (`exactly_once_v2`), because a silence is state and output in one: a crash between
/// the two would lose a version for good.
@ApplicationScoped
class SilenceStream {

    private static final Logger LOG = Logger.getLogger(SilenceStream.class);

    @Produces
    @Singleton
    Topology topology(SilenceConfig config, ObjectMapper json, MeterRegistry meters) {
        return of(config, json, meters);
    }

    /// Kafka being away is waited out by the clients; whatever else ends a thread, another takes
    /// over from the last commit.
    @Produces
    @Singleton
    StreamsUncaughtExceptionHandler replaceThread() {
        return fault -> {
            LOG.errorf(fault, "silences go on with a new thread");
            return StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
        };
    }

    static Topology of(SilenceConfig config, ObjectMapper json, MeterRegistry meters) {
        // Events may carry fields that this version does not know.
        var lenient = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        var builder = new StreamsBuilder();
        builder.globalTable(
                Topics.AIS_IDENTITIES,
                Consumed.with(Serdes.String(), Serdes.String()),
                Materialized.as(Stores.inMemoryKeyValueStore(SilenceProcessor.IDENTITIES)));
        builder.stream(Topics.AIS_FRAMES, Consumed.with(Serdes.String(), Serdes.ByteArray()))
                .process(new Supplier(config, lenient, meters))
                .to(Topics.AIS_ACTIVITIES, Produced.with(Serdes.String(), Serdes.ByteArray()));
        return builder.build();
    }

    private record Supplier(SilenceConfig config, ObjectMapper json, MeterRegistry meters)
            implements ProcessorSupplier<String, byte[], String, byte[]> {

        @Override
        public Processor<String, byte[], String, byte[]> get() {
            return new SilenceProcessor(config, json, meters);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    Stores.keyValueStoreBuilder(
                                    Stores.persistentKeyValueStore(SilenceProcessor.TRANSMITTERS),
                                    Serdes.Integer(),
                                    Serdes.ByteArray())
                            .withCachingEnabled(),
                    Stores.keyValueStoreBuilder(
                                    Stores.persistentKeyValueStore(SilenceProcessor.SOURCES),
                                    Serdes.String(),
                                    Serdes.ByteArray())
                            .withCachingEnabled());
        }
    }
}
