package org.fairlead.ais.silence;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.fairlead.ais.derivation.CellStage;
import org.fairlead.ais.derivation.DerivationStream;
import org.fairlead.ais.derivation.Derived;
import org.fairlead.ais.derivation.HeardFrame;
import org.fairlead.ais.reception.ReceptionConfig;
import org.fairlead.ais.sea.Sea;
import org.fairlead.ais.segment.SegmentConfig;

/// Silences, as a contribution to the topology. They mind no order of arrival, so they take frames
/// as they come.
@ApplicationScoped
public class SilenceStream implements DerivationStream {

    private final SilenceConfig config;
    private final ReceptionConfig reception;
    private final SegmentConfig segments;
    private final Sea sea;
    private final MeterRegistry meters;

    @Inject
    public SilenceStream(
            SilenceConfig config,
            ReceptionConfig reception,
            SegmentConfig segments,
            Sea sea,
            MeterRegistry meters) {
        this.config = config;
        this.reception = reception;
        this.segments = segments;
        this.sea = sea;
        this.meters = meters;
    }

    @Override
    public String name() {
        return "silences";
    }

    @Override
    public Processor<String, HeardFrame, String, Derived> processor() {
        return new SilenceProcessor(config, segments, reception.exposedWithin().toMillis());
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(SilenceProcessor.transmitters(), SourceStore.builder());
    }

    @Override
    public Optional<CellStage> cellStage() {
        return Optional.of(
                new CellStage(
                        () -> new AreaProcessor(config, reception, sea, meters),
                        Set.of(
                                store(AreaProcessor.SILENCES, Serdes.Bytes()),
                                ReceptionStore.builder(),
                                store(AppearanceStore.NAME, Serdes.Bytes()),
                                store(OutageStore.NAME, Serdes.String()),
                                LoudnessStore.builder())));
    }

    private static <K> StoreBuilder<?> store(String name, Serde<K> keys) {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(name), keys, Serdes.ByteArray())
                .withCachingEnabled();
    }
}
