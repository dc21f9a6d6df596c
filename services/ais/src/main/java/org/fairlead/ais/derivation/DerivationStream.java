package org.fairlead.ais.derivation;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/// One contribution to the topology: a bean. See the package's description.
public interface DerivationStream {

    /// Lower case with hyphens; names nodes and topics, so it may never change.
    String name();

    /// A new one for each partition.
    Processor<String, HeardFrame, String, Derived> processor();

    /// The stores its processor gets, by name from its context; each partition has its own.
    Set<StoreBuilder<?>> stores();

    /// What becomes of its notes to cells.
    default Optional<CellRule<?>> cells() {
        return Optional.empty();
    }

    /// The same with a processor of one's own, instead of [#cells].
    default Optional<CellStage> cellStage() {
        return cells().map(rule -> CellStage.of(rule, name() + "-cells"));
    }

    static DerivationStream ofTransmitters(TransmitterRule rule) {
        return new RuleStream(rule, Optional.empty());
    }

    static DerivationStream ofTransmittersAndCells(TransmitterRule rule, CellRule<?> cells) {
        return new RuleStream(rule, Optional.of(cells));
    }

    /// Bytes by MMSI, with a changelog and the cache of Kafka Streams.
    static StoreBuilder<?> byTransmitter(String store) {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(store), Serdes.Integer(), Serdes.ByteArray())
                .withCachingEnabled();
    }
}
