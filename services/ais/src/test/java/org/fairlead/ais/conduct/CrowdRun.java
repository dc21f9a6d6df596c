package org.fairlead.ais.conduct;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.fairlead.ais.Configured;
import org.fairlead.ais.derivation.CellNote;
import org.fairlead.ais.derivation.CellStage;
import org.fairlead.ais.derivation.Derived;
import org.fairlead.ais.derivation.KnownVessels;
import org.fairlead.ais.derivation.ObjectStore;
import org.fairlead.ais.derivation.SmallStores;
import org.fairlead.ais.encounter.EncounterConfig;
import org.fairlead.ais.encounter.GridPoints;
import org.fairlead.ais.encounter.Point;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What ships at rest in a harbour that no list has cost, and ships alone at sea: notes to cells
/// and to pairs, states of pairs, and time, both stages in one process, a commit for each hundred
/// points. Not part of a build's tests: `mvn -Dquick -pl services/ais -am test -Dtest=CrowdRun
/// -Dsurefire.failIfNoSpecifiedTests=false`.
class CrowdRun {

    private static final int SLOTS = 36;
    private static final long FIRST_SLOT = 2_840_000;
    private static final double METRES_PER_DEGREE = 111_195;
    private static final int POINTS_PER_COMMIT = 100;

    @TempDir private Path directory;

    private final AtomicInteger tasks = new AtomicInteger();

    /// A stage of the topology in one task of its own.
    private final class Stage {

        private final MockProcessorContext<String, Derived> context;
        private final List<StateStore> stores = new ArrayList<>();
        private final Processor<Long, byte[], String, Derived> processor;
        private final ObjectStore<Long, ?> states;
        private long notes;

        @SuppressWarnings("unchecked")
        Stage(CellStage stage) {
            var settings = new Properties();
            settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "crowd");
            settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
            settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SmallStores.class);
            int task = tasks.getAndIncrement();
            context =
                    new MockProcessorContext<>(
                            settings,
                            new TaskId(task, 0),
                            directory.resolve("task" + task).toFile());
            context.setCurrentSystemTimeMs(FIRST_SLOT * 600_000);
            stage.stores().forEach(builder -> stores.add(builder.withLoggingDisabled().build()));
            states =
                    (ObjectStore<Long, ?>)
                            stores.stream()
                                    .filter(ObjectStore.class::isInstance)
                                    .findFirst()
                                    .orElseThrow();
            stores.add(KnownVessels.store().build());
            for (StateStore store : stores) {
                store.init(context.getStateStoreContext(), store);
                context.addStateStore(store);
            }
            processor = stage.processor().get();
            processor.init(context);
        }

        /// @return what it sends on
        List<CellNote> take(long cell, byte[] note) {
            notes++;
            processor.process(new Record<>(cell, note, 0));
            var sent = new ArrayList<CellNote>();
            for (var forwarded : context.forwarded()) {
                if (forwarded.record().value() instanceof CellNote one) {
                    sent.add(one);
                }
            }
            context.resetForwards();
            return sent;
        }

        void commit(long now) {
            context.setCurrentSystemTimeMs(now);
            context.scheduledPunctuators().forEach(one -> one.getPunctuator().punctuate(now));
            context.resetForwards();
            stores.forEach(StateStore::flush);
        }

        int count() {
            var count = new AtomicInteger();
            states.forEach((key, state) -> count.incrementAndGet());
            return count.get();
        }
    }

    private static CellStage cells() {
        return ConductDefaults.stream().cellStage().orElseThrow();
    }

    private static List<Point> moored(int ships, double radiusMetres) {
        var random = new Random(7);
        var points = new ArrayList<Point>();
        for (int i = 0; i < ships; i++) {
            double metres = radiusMetres * Math.sqrt(random.nextDouble());
            double course = 2 * Math.PI * random.nextDouble();
            points.add(
                    new Point(
                            200_000_000 + i,
                            0,
                            30.05 + metres * Math.cos(course) / METRES_PER_DEGREE,
                            124.05 + metres * Math.sin(course) / METRES_PER_DEGREE,
                            0,
                            false,
                            false,
                            "pier"));
        }
        return points;
    }

    private static Point at(Point point, long slot) {
        return new Point(
                point.mmsi(),
                slot,
                point.latitudeDegrees(),
                point.longitudeDegrees(),
                point.speedKnots(),
                point.isFishing(),
                point.synthetic(),
                point.source());
    }

    @ParameterizedTest
    @CsvSource({"1700, 500", "1700, 3000", "400, 500", "400, 2000", "20000, 1000000"})
    void measures(int ships, double radiusMetres) {
        var cells = new Stage(cells());
        var pairs = new Stage(requireNonNull(cells().then()));
        var grid = new GridPoints(Configured.defaults(EncounterConfig.class), any -> false);
        var there = moored(ships, radiusMetres);
        var random = new Random(1);
        double seconds = 0;
        for (long slot = FIRST_SLOT; slot < FIRST_SLOT + SLOTS; slot++) {
            Collections.shuffle(there, random);
            long began = System.nanoTime();
            int n = 0;
            for (Point point : there) {
                byte[] note = at(point, slot).note(true);
                for (long cell : grid.cellsOf(at(point, slot))) {
                    for (CellNote one : cells.take(cell, note)) {
                        pairs.take(one.cell(), one.bytes());
                    }
                }
                if (++n % POINTS_PER_COMMIT == 0) {
                    cells.commit(slot * 600_000 + 600_000L * n / ships);
                    pairs.commit(slot * 600_000 + 600_000L * n / ships);
                }
            }
            if (slot >= FIRST_SLOT + SLOTS / 3) {
                seconds += (System.nanoTime() - began) / 1e9;
            }
        }
        double points = ships * (double) (SLOTS - SLOTS / 3);
        System.out.printf(
                Locale.ROOT,
                "= %,d ships within %.0f m: %.2f notes to cells and %.2f notes to pairs a point, %,d"
                        + " states of pairs, %.1f us a point (last %d of %d slots)%n",
                ships,
                radiusMetres,
                cells.notes / (double) ships / SLOTS,
                pairs.notes / (double) ships / SLOTS,
                pairs.count(),
                1e6 * seconds / points,
                SLOTS - SLOTS / 3,
                SLOTS);
        assertThat(cells.notes).isPositive();
        cells.stores.forEach(StateStore::close);
        pairs.stores.forEach(StateStore::close);
    }
}
