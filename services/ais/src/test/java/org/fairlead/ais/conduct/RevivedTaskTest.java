package org.fairlead.ais.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.fairlead.ais.Voyager;
import org.fairlead.ais.derivation.Derived;
import org.fairlead.ais.derivation.HeardFrame;
import org.fairlead.ais.derivation.HeardTransmitter;
import org.fairlead.ais.derivation.KnownVessels;
import org.fairlead.ais.derivation.ObjectStore;
import org.fairlead.ais.sample.Sample;
import org.fairlead.ais.sample.SampleDay;
import org.fairlead.contracts.frame.Fix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kafka Streams gives a task whose commit failed back to the processor it had before.
class RevivedTaskTest {

    private static final int SHE = 273000001;

    @TempDir private Path directory;

    private final List<StateStore> stores = new ArrayList<>();

    private MockProcessorContext<String, Derived> context(ConductStream conduct) {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "revived");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        var context =
                new MockProcessorContext<String, Derived>(
                        settings, new TaskId(0, 0), directory.toFile());
        conduct.stores().forEach(builder -> stores.add(builder.withLoggingDisabled().build()));
        stores.add(KnownVessels.store().build());
        for (StateStore store : stores) {
            store.init(context.getStateStoreContext(), store);
            context.addStateStore(store);
        }
        return context;
    }

    private static HeardFrame frame() {
        var fixes =
                new Voyager("2024-01-02T12:00:00Z", 30, 124)
                        .sails(Duration.ofHours(1), 10, 90).samples().stream()
                                .map(RevivedTaskTest::fix)
                                .toList();
        long newest = fixes.getLast().epochMillis();
        return new HeardFrame(
                "pier",
                "a",
                fixes.getFirst().epochMillis(),
                newest,
                newest,
                List.of(new HeardTransmitter(SHE, fixes, List.of())));
    }

    private static Fix fix(Sample sample) {
        return new Fix(
                SHE,
                sample.atMillis(),
                sample.latitude(),
                sample.longitude(),
                sample.speed(),
                sample.course(),
                511,
                sample.status(),
                -128,
                1,
                0);
    }

    @Test
    void remembersWhatIsHeardAgainAfterItWasNeverCommitted() {
        var conduct = ConductDefaults.stream();
        var context = context(conduct);
        var processor = conduct.processor();
        processor.init(context);
        processor.process(new Record<>("pier", frame(), 0));
        ObjectStore<Long, SampleDay> days = context.getStateStore(ConductProcessor.DAYS);
        ObjectStore<Integer, ShipState> ships = context.getStateStore(ConductProcessor.SHIPS);
        days.clearCache();
        ships.clearCache();
        processor.init(context);

        processor.process(new Record<>("pier", frame(), 0));

        var kept = new ArrayList<Integer>();
        days.forEach((key, day) -> kept.add(day.inOrder().size()));
        assertThat(kept).singleElement().satisfies(n -> assertThat(n).isGreaterThan(10));
        stores.forEach(StateStore::close);
    }
}
