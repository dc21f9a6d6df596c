package org.fairlead.ais.silence;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.fairlead.ais.derivation.DerivationStream;
import org.fairlead.ais.derivation.Derived;
import org.fairlead.ais.derivation.HeardFrame;

/// Silences, as a contribution to the topology. They mind no order of arrival, so they take frames
/// as they come.
@ApplicationScoped
public class SilenceStream implements DerivationStream {

    private final SilenceConfig config;
    private final MeterRegistry meters;

    @Inject
    public SilenceStream(SilenceConfig config, MeterRegistry meters) {
        this.config = config;
        this.meters = meters;
    }

    @Override
    public String name() {
        return "silences";
    }

    @Override
    public boolean isInOrder() {
        return false;
    }

    @Override
    public Processor<String, HeardFrame, String, Derived> processor() {
        return new SilenceProcessor(config, meters);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(
                DerivationStream.byTransmitter(SilenceProcessor.TRANSMITTERS),
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(SilenceProcessor.SOURCES),
                                Serdes.String(),
                                Serdes.ByteArray())
                        .withCachingEnabled());
    }
}
