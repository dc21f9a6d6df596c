package org.fairlead.ais.derivation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectStoreTest {

    private static final int MOST_KEPT = 3;
    private static final Room ROOM = Room.of(MOST_KEPT);

    @TempDir private Path directory;

    private final AtomicInteger written = new AtomicInteger();
    private boolean beginsWithMany;

    /// Adds words to what a number has, or does what is asked of it. With more at its begin than
    /// there is room for, some are written before any record came.
    private final class Words extends ContextualProcessor<String, String, String, String> {

        @Override
        public void init(ProcessorContext<String, String> context) {
            super.init(context);
            ObjectStore<Integer, String> store = context.getStateStore("words");
            for (int key = 101; key <= 101 + MOST_KEPT && beginsWithMany; key++) {
                store.putUnsaved(key, "unsaved");
            }
        }

        @Override
        public void process(Record<String, String> record) {
            ObjectStore<Integer, String> store = context().getStateStore("words");
            int key = Integer.parseInt(record.key());
            switch (record.value()) {
                case "?" -> answer(record, String.valueOf(store.get(key)));
                case "-" -> store.delete(key);
                case "*" -> {
                    var all = new TreeMap<Integer, String>();
                    store.forEach(all::put);
                    answer(record, all.toString());
                }
                case "<" -> {
                    var keys = new ArrayList<Integer>();
                    store.keysBetween(2, key, keys::add);
                    answer(record, keys.stream().sorted().toList().toString());
                }
                default -> {
                    var before = store.get(key);
                    store.put(key, before == null ? record.value() : before + record.value());
                }
            }
        }

        private void answer(Record<String, String> asked, String answer) {
            context().forward(asked.withValue(answer));
        }
    }

    private TopologyTestDriver driver() {
        var topology = new Topology();
        topology.addSource("in", new StringDeserializer(), new StringDeserializer(), "in");
        topology.addProcessor("words", Words::new, "in");
        topology.addStateStore(
                new ObjectStoreBuilder<Integer, String>(
                        "words",
                        Serdes.Integer(),
                        text -> {
                            written.incrementAndGet();
                            return text.getBytes(StandardCharsets.UTF_8);
                        },
                        bytes -> new String(bytes, StandardCharsets.UTF_8),
                        ROOM),
                "words");
        topology.addSink("out", "out", new StringSerializer(), new StringSerializer(), "words");
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "objects");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        return new TopologyTestDriver(topology, settings, Instant.EPOCH);
    }

    @SuppressWarnings("unchecked")
    private static ObjectStore<Integer, String> words(TopologyTestDriver driver) {
        return (ObjectStore<Integer, String>)
                requireNonNull(driver.getAllStateStores().get("words"));
    }

    private static void say(TopologyTestDriver driver, int key, String word) {
        driver.createInputTopic("in", new StringSerializer(), new StringSerializer())
                .pipeInput("" + key, word);
    }

    private static String ask(TopologyTestDriver driver, int key, String word) {
        say(driver, key, word);
        return driver.createOutputTopic("out", new StringDeserializer(), new StringDeserializer())
                .readValue();
    }

    @Test
    void writesWhatMakesRoomBeforeAnyRecordCame() {
        beginsWithMany = true;
        try (var driver = driver()) {
            assertThat(written).hasValue(1);
            assertThat(ask(driver, 101, "?")).isEqualTo("unsaved");
        }
    }

    @Test
    void givesWhatWasPutAlsoWhenMoreWasPutThanIsKept() {
        try (var driver = driver()) {
            for (int key = 0; key < 10; key++) {
                say(driver, key, "a" + key);
                say(driver, key, "b");
            }

            assertThat(ask(driver, 0, "?")).isEqualTo("a0b");
            assertThat(ask(driver, 9, "?")).isEqualTo("a9b");
            assertThat(ask(driver, 11, "?")).isEqualTo("null");
        }
    }

    @Test
    void asksTheDiskForNothingWhoseBytesHaveRoom() {
        var disk = new Disk<Integer>("disk");
        var store = Disk.texts(disk, new Room(MOST_KEPT, 1_500));
        for (int key = 0; key < 10; key++) {
            store.put(key, "a");
        }
        for (int key = 0; key < 10; key++) {
            assertThat(store.get(key)).isEqualTo("a");
        }
        assertThat(disk.reads).isZero();

        // What is kept grows, and pushes out what was used longest ago.
        store.put(9, "b".repeat(1_000));
        store.flushCache();
        assertThat(store.get(9)).hasSize(1_000);
        assertThat(disk.reads).isZero();
        assertThat(store.get(0)).isEqualTo("a");
        assertThat(disk.reads).isEqualTo(1);
    }

    @Test
    void keepsWhatWasUsedRatherThanWhatWasSeenOnce() {
        var disk = new Disk<Integer>("disk");
        var store = Disk.texts(disk, Room.of(MOST_KEPT));
        store.put(0, "a");
        store.put(1, "b");
        store.put(2, "c");
        store.get(0);
        store.put(3, "d");
        store.put(4, "e");

        assertThat(store.get(0)).isEqualTo("a");
        assertThat(disk.reads).isZero();
        assertThat(store.get(1)).isEqualTo("b");
        assertThat(disk.reads).isEqualTo(1);
    }

    @Test
    void keepsNothingLargerThanItsRoomAndFindsItAllTheSame() {
        var disk = new Disk<Integer>("disk");
        var store = Disk.texts(disk, new Room(MOST_KEPT, 2_000));
        for (int key = 0; key < 10; key++) {
            store.put(key, "a".repeat(5_000));
        }
        store.delete(0);
        assertThat(disk.reads).isZero();

        assertThat(store.get(1)).hasSize(5_000);
        assertThat(disk.reads).isEqualTo(1);
        assertThat(store.get(0)).isNull();
    }

    @Test
    void forgetsWhatIsDeletedWhetherItWasWrittenOrNot() {
        try (var driver = driver()) {
            for (int key = 0; key < 10; key++) {
                say(driver, key, "a");
            }
            say(driver, 0, "-");
            say(driver, 9, "-");

            assertThat(ask(driver, 0, "?")).isEqualTo("null");
            assertThat(ask(driver, 0, "*")).isEqualTo("{1=a, 2=a, 3=a, 4=a, 5=a, 6=a, 7=a, 8=a}");
            assertThat(ask(driver, 5, "<")).isEqualTo("[2, 3, 4, 5]");
        }
    }

    /// As when a partition goes to another instance and comes back.
    @Test
    void readsItsBytesAgainWhenItsObjectsAreCleared() {
        try (var driver = driver()) {
            for (int key = 0; key < 5; key++) {
                say(driver, key, "a");
            }
            words(driver).clearCache();

            assertThat(ask(driver, 4, "?")).isEqualTo("a");
            assertThat(ask(driver, 0, "*")).isEqualTo("{0=a, 1=a, 2=a, 3=a, 4=a}");
        }
    }

    /// What Kafka Streams asks to write before it commits are stores of that type, and no others.
    @Test
    void isOfTheTypeThatKafkaStreamsWritesBeforeItCommits() throws Exception {
        var manager =
                Class.forName("org.apache.kafka.streams.processor.internals.ProcessorStateManager");

        assertThat(manager.getMethod("flushCache")).isNotNull();
        assertThat(CachedStateStore.class).isAssignableFrom(ObjectStore.class);
    }

    @Test
    void writesOnceHoweverOftenAnObjectChangedInBetween() {
        try (var driver = driver()) {
            var input =
                    driver.createInputTopic("in", new StringSerializer(), new StringSerializer());
            // The test driver commits after each record; one record may put often.
            input.pipeInput("1", "a");
            int before = written.get();
            var words = words(driver);
            for (int i = 0; i < 50; i++) {
                words.put(1, "a" + i);
            }
            words.flushCache();
            words.flushCache();

            assertThat(written.get() - before).isEqualTo(1);
            assertThat(List.of(ask(driver, 1, "?"))).containsExactly("a49");
        }
    }
}
