package org.fairlead.ais.derivation;

import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.state.StoreBuilder;

/// What becomes of notes to cells, with a processor of one's own.
///
/// @param processor a new one for each partition; the key is the cell
public record CellStage(
        Supplier<Processor<Long, byte[], String, Derived>> processor, Set<StoreBuilder<?>> stores) {

    public CellStage {
        stores = Set.copyOf(stores);
    }
}
