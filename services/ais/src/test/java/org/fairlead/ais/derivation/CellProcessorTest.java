package org.fairlead.ais.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.fairlead.contracts.ais.VesselRef;
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
    private final Timed timed = new Timed();
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
        CellProcessor.stores(rule, STORE)
                .forEach(builder -> stores.add(builder.withLoggingDisabled().build()));
        CellProcessor.stores(timed, "timed")
                .forEach(builder -> stores.add(builder.withLoggingDisabled().build()));
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

    private record Sum(long time, long sum) {}

    /// Adds up what is noted for one time.
    private static final class Timed implements CellRule<Sum> {

        static byte[] note(long time, int number) {
            return ByteBuffer.allocate(12).putLong(time).putInt(number).array();
        }

        @Override
        public Sum on(
                @Nullable Sum state, long cell, byte[] note, long storedMillis, Outlet outlet) {
            long time = timeOf(cell, note);
            long sum = state == null || state.time() != time ? 0 : state.sum();
            return new Sum(time, sum + ByteBuffer.wrap(note).getInt(8));
        }

        @Override
        public boolean hasTimes() {
            return true;
        }

        @Override
        public long timeOf(long cell, byte[] note) {
            return ByteBuffer.wrap(note).getLong();
        }

        @Override
        public long timeOf(Sum state) {
            return state.time();
        }

        @Override
        public byte[] encode(Sum state) {
            return ByteBuffer.allocate(16).putLong(state.time()).putLong(state.sum()).array();
        }

        @Override
        public Sum decode(byte[] bytes) {
            var in = ByteBuffer.wrap(bytes);
            return new Sum(in.getLong(), in.getLong());
        }
    }

    /// Where a wrong guess that a cell is not there yet would lose what it holds.
    @Test
    void losesNothingOfCellsWithTimesInAnyOrderAndOverRestarts() {
        KeyValueStore<Integer, Long> newest = context.getStateStore("timed-newest");
        ObjectStore<Long, Sum> cells = context.getStateStore("timed");
        var expected = new HashMap<Long, Sum>();
        var random = new Random(7);
        var one = new CellProcessor<>(timed, "timed");
        one.init(context);
        for (int n = 0; n < 20_000; n++) {
            long time = 1_000 + n / 200 + (long) (random.nextGaussian() * 4);
            long cell = random.nextInt(20) * 8L + time % 8;
            byte[] note = Timed.note(time, 1 + random.nextInt(9));
            one.process(new Record<>(cell, note, 0));
            expected.put(cell, timed.on(expected.get(cell), cell, note, 0, NOWHERE));
            if (random.nextInt(500) == 0) {
                cells.flush();
                cells.clearCache();
                if (random.nextInt(3) == 0) {
                    // As an earlier version leaves it.
                    newest.delete(0);
                }
                one = new CellProcessor<>(timed, "timed");
                one.init(context);
            }
        }

        var stored = new HashMap<Long, Sum>();
        cells.forEach(stored::put);
        assertThat(stored).isEqualTo(expected);
    }

    private static final Outlet NOWHERE =
            new Outlet() {
                @Override
                public void publish(Activity activity) {
                    throw new AssertionError("nothing is told");
                }

                @Override
                public void toCell(long cell, byte[] note) {
                    throw new AssertionError("nothing is sent on");
                }

                @Override
                public VesselRef vessel(int mmsi) {
                    throw new AssertionError("nobody is asked for");
                }
            };
}
