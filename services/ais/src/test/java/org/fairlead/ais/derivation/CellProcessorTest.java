package org.fairlead.ais.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellProcessorTest {

    private static final String STORE = "cells";

    @TempDir private Path directory;

    private final List<StateStore> stores = new ArrayList<>();
    private final Adding rule = new Adding();
    private MockProcessorContext<String, Derived> context;
    private CellProcessor<Integer> processor;

    /// Adds up what is noted; from ten on there may be something to tell, and from twenty on it is
    /// owed.
    private static final class Adding implements CellRule<Integer> {

        private final List<Long> looked = new ArrayList<>();
        private final List<Long> rested = new ArrayList<>();

        @Override
        public @Nullable Integer on(
                @Nullable Integer state, long cell, byte[] note, long storedMillis, Outlet outlet) {
            int sum = (state == null ? 0 : state) + note[0];
            return sum == 0 ? null : sum;
        }

        @Override
        public boolean canOwe() {
            return true;
        }

        @Override
        public boolean mayTell(Integer state) {
            return state >= 10;
        }

        @Override
        public Integer onLook(Integer state, long cell, long nowMillis, Outlet outlet) {
            looked.add(cell);
            return state;
        }

        @Override
        public boolean isOwing(Integer state) {
            return state >= 20;
        }

        @Override
        public long restsAfterMillis(Integer state, long nowMillis) {
            return 60_000;
        }

        @Override
        public Integer onRest(Integer state, long cell, long nowMillis, Outlet outlet) {
            rested.add(cell);
            return state;
        }

        @Override
        public byte[] encode(Integer state) {
            return new byte[] {state.byteValue()};
        }

        @Override
        public Integer decode(byte[] bytes) {
            return (int) bytes[0];
        }
    }

    @BeforeEach
    void begin() {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "cells");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        context = new MockProcessorContext<>(settings, new TaskId(0, 0), directory.toFile());
        context.setCurrentSystemTimeMs(1_000_000);
        stores.add(CellProcessor.store(rule, STORE).withLoggingDisabled().build());
        stores.add(KnownVessels.store().build());
        for (StateStore store : stores) {
            store.init(context.getStateStoreContext(), store);
            context.addStateStore(store);
        }
        processor = new CellProcessor<>(rule, STORE);
        processor.init(context);
    }

    @AfterEach
    void end() {
        stores.forEach(StateStore::close);
    }

    private void note(long cell, int number) {
        processor.process(new Record<>(cell, new byte[] {(byte) number}, 0));
    }

    private void pass(long millis) {
        long now = context.currentSystemTimeMs() + millis;
        context.setCurrentSystemTimeMs(now);
        context.scheduledPunctuators().getLast().getPunctuator().punctuate(now);
    }

    @Test
    void looksOnlyAtCellsThatMayTellSomethingAndOnceForAllTheirNotes() {
        note(1, 4);
        note(2, 10);
        note(2, 1);
        note(3, 12);
        note(2, 1);
        pass(1000);

        assertThat(rule.looked).containsExactly(3L, 2L);

        pass(1000);
        note(1, 4);
        pass(1000);
        assertThat(rule.looked).hasSize(2);

        note(1, 4);
        pass(1000);
        assertThat(rule.looked).containsExactly(3L, 2L, 1L);
    }

    @Test
    void doesNotLookAtACellThatWasForgottenMeanwhile() {
        note(1, 12);
        note(1, -12);
        pass(1000);

        assertThat(rule.looked).isEmpty();
        ObjectStore<Long, Integer> cells = context.getStateStore(STORE);
        assertThat(cells.get(1L)).isNull();
    }

    @Test
    void looksAfterARestartAtThoseThatMayTellSomething() {
        note(1, 4);
        note(2, 12);
        note(3, 30);
        processor = new CellProcessor<>(rule, STORE);
        processor.init(context);
        pass(1000);

        assertThat(rule.looked).containsExactlyInAnyOrder(2L, 3L);
    }

    @Test
    void tellsWhatIsOwedOnceNothingHasComeForAWhile() {
        note(1, 30);
        note(2, 12);
        pass(1000);
        pass(58_000);
        assertThat(rule.rested).isEmpty();

        note(1, 1);
        pass(1000);
        pass(58_000);
        assertThat(rule.rested).isEmpty();

        pass(2000);
        pass(60_000);
        assertThat(rule.rested).containsExactly(1L);
    }
}
