package org.fairlead.ais.derivation;

import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/// What becomes of notes to cells, with a processor of one's own.
///
/// @param processor a new one for each partition; the key is the cell
/// @param then what becomes of the notes that this stage sends itself; null drops them
public record CellStage(
        Supplier<Processor<Long, byte[], String, Derived>> processor,
        Set<StoreBuilder<?>> stores,
        @Nullable CellStage then) {

    public CellStage {
        stores = Set.copyOf(stores);
    }

    /// One whose notes go nowhere.
    public CellStage(
            Supplier<Processor<Long, byte[], String, Derived>> processor,
            Set<StoreBuilder<?>> stores) {
        this(processor, stores, null);
    }

    /// A rule with one store by cell, and one of the newest time where cells have times, and the
    /// rules that follow on it.
    static <S> CellStage of(CellRule<S> rule, String store) {
        return new CellStage(
                () -> new CellProcessor<>(rule, store),
                CellProcessor.stores(rule, store),
                rule.then().map(next -> of(next, store + "-cells")).orElse(null));
    }
}
