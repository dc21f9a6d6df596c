package org.fairlead.ais.derivation;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.state.StoreBuilder;

/// A contribution that derives from what was derived: a bean that reads `ais.activities`, keyed by
/// MMSI, and publishes there. It passes over what it publishes itself.
public interface AfterwardsStream {

    /// Lower case with hyphens; names nodes, so it may never change.
    String name();

    /// A new one for each partition; the CloudEvents type is in the headers of its records.
    Processor<String, byte[], String, Derived> processor();

    Set<StoreBuilder<?>> stores();

    /// What becomes of the notes it sends to cells.
    default Optional<CellRule<?>> cells() {
        return Optional.empty();
    }
}
