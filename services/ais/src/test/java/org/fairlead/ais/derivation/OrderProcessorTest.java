package org.fairlead.ais.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.contracts.frame.FrameCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderProcessorTest {

    private static final long NOON = Instant.parse("2024-01-02T12:00:00Z").toEpochMilli();

    @TempDir private Path directory;

    /// One partition: what is on its disk, and what it has handed on.
    private final class Partition {

        private Disk<Integer> ships = new Disk<>(OrderProcessor.STORE);
        private Disk<Long> frames = new Disk<>(FrameLog.STORE);
        private final List<String> told = new ArrayList<>();

        private Disk<Integer> committedShips = ships.copy();
        private Disk<Long> committedFrames = frames.copy();
        private int committedTold;

        private MockProcessorContext<String, HeardFrame> context;
        private ObjectStore<Integer, Waiting> store;
        private OrderProcessor processor;
        private final int objects;

        Partition(int objects) {
            this.objects = objects;
            begin();
        }

        private void begin() {
            var settings = new Properties();
            settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "order");
            settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
            context = new MockProcessorContext<>(settings, new TaskId(0, 0), directory.toFile());
            context.setCurrentSystemTimeMs(NOON);
            store = new ObjectStore<>(ships, Waiting::encode, Waiting::decode, Room.of(objects));
            context.addStateStore(store);
            context.addStateStore(frames);
            processor = new OrderProcessor(DerivationDefaults.VALUES);
            processor.init(context);
        }

        void send(Frame frame) {
            byte[] bytes = FrameCodec.encode(frame);
            processor.process(
                    new Record<>("", new ReadFrame(HeardFrame.of(frame, NOON), bytes), NOON));
            note();
        }

        private void note() {
            for (var forwarded : context.forwarded()) {
                for (var heard : forwarded.record().value().transmitters()) {
                    heard.fixes().forEach(fix -> told.add(text(fix)));
                    heard.late().forEach(fix -> told.add(text(fix) + " late"));
                }
            }
            context.resetForwards();
        }

        void commit() {
            store.flushCache();
            committedShips = ships.copy();
            committedFrames = frames.copy();
            committedTold = told.size();
        }

        /// What was not committed is gone.
        void die() {
            ships = committedShips.copy();
            frames = committedFrames.copy();
            told.subList(committedTold, told.size()).clear();
            begin();
        }

        void fallSilent() {
            context.setCurrentSystemTimeMs(
                    NOON + DerivationDefaults.VALUES.idleAfter().toMillis() + 1);
            context.scheduledPunctuators()
                    .getFirst()
                    .getPunctuator()
                    .punctuate(context.currentSystemTimeMs());
            note();
        }

        int framesKept() {
            return (int) frames.approximateNumEntries();
        }
    }

    private static String text(Fix fix) {
        return fix.mmsi() + " " + (fix.epochMillis() - NOON) / 1000 + " " + fix.latitude();
    }

    private static Fix fix(int mmsi, long second, int latitude) {
        return new Fix(mmsi, NOON + second * 1000, latitude, 0, 1023, 3600, 511, 15, -128, 1, 0);
    }

    private static Frame frame(int number, String source, long watermarkSecond, List<Fix> fixes) {
        return new Frame(source + "/" + number, source, NOON + watermarkSecond * 1000, fixes);
    }

    /// Two sources that hear five ships in and out of order, too late, and after pauses.
    private static List<Frame> traffic(Random random) {
        var frames = new ArrayList<Frame>();
        long[] second = new long[2];
        for (int n = 0; n < 400; n++) {
            int source = random.nextInt(2);
            second[source] += random.nextInt(40) == 0 ? 600 : random.nextInt(12);
            var fixes = new ArrayList<Fix>();
            for (int i = random.nextInt(6); i > 0; i--) {
                long late = random.nextInt(20) == 0 ? 500 : random.nextInt(50);
                fixes.add(fix(7 + random.nextInt(5), Math.max(0, second[source] - late), n));
            }
            fixes.add(fix(99 + source, second[source], n));
            frames.add(frame(n, "source" + source, second[source], fixes));
        }
        return frames;
    }

    @Test
    void handsOnTheSameOfEachShipWhereverItDies() {
        for (int seed = 0; seed < 40; seed++) {
            var random = new Random(seed);
            var frames = traffic(random);
            var whole = new Partition(1000);
            frames.forEach(whole::send);
            whole.fallSilent();

            // With room for two ships, most are written to make room.
            boolean isRoomy = random.nextBoolean();
            var dying = new Partition(isRoomy ? 1000 : 2);
            int committed = 0;
            int deaths = 0;
            for (int n = 0; n < frames.size(); n++) {
                dying.send(frames.get(n));
                if (random.nextInt(8) == 0) {
                    dying.commit();
                    committed = n + 1;
                } else if (deaths < 30 && random.nextInt(12) == 0) {
                    dying.die();
                    deaths++;
                    n = committed - 1;
                }
            }
            dying.commit();
            dying.die();
            dying.fallSilent();

            assertThat(deaths).isPositive();
            assertThat(dying.told).as("seed %d", seed).isEqualTo(whole.told);
            assertThat(new HashSet<>(dying.told))
                    .as("seed %d", seed)
                    .hasSameSizeAs(
                            frames.stream()
                                    .flatMap(one -> one.fixes().stream())
                                    .map(OrderProcessorTest::text)
                                    .distinct()
                                    .toList());
            assertThat(dying.framesKept()).isLessThanOrEqualTo(isRoomy ? 0 : frames.size());
        }
    }

    @Test
    void writesAShipWhenSomethingOfHersGoesOnAndNotEachTimeSheIsHeard() {
        var partition = new Partition(1000);
        partition.send(frame(0, "a", 70, List.of(fix(7, 0, 0), fix(8, 70, 0))));
        partition.commit();
        int before = partition.ships.writes;

        for (int n = 1; n <= 14; n++) {
            partition.send(frame(n, "a", 70 + 10 * n, List.of(fix(7, 70 + 10 * n, 0))));
            partition.commit();
        }
        assertThat(partition.told).containsExactly("7 0 0", "8 70 0");
        assertThat(partition.ships.writes - before).as("that of the other ship").isEqualTo(1);
        assertThat(partition.framesKept()).isEqualTo(14);

        partition.send(frame(15, "a", 400, List.of()));
        partition.commit();
        assertThat(partition.told).hasSize(16);
        assertThat(partition.ships.writes - before).isEqualTo(2);
        assertThat(partition.framesKept()).isZero();
    }

    /// How far a source had come is known from its frames: it was not off while nobody was there.
    @Test
    void takesNoSourceForOffBecauseItDied() {
        var partition = new Partition(1000);
        int number = 0;
        for (int second = 0; second <= 660; second += 30) {
            partition.send(frame(number++, "a", second, List.of(fix(7, second, 0))));
            partition.commit();
        }
        partition.die();

        partition.send(frame(number++, "a", 690, List.of(fix(7, 690, 0))));

        assertThat(partition.told).contains("7 630 0").doesNotContain("7 660 0");
        partition.send(frame(number, "a", 960, List.of(fix(7, 655, 0))));
        assertThat(partition.told).doesNotHaveDuplicates().hasSize(25).contains("7 655 0");
    }

    @Test
    void keepsNoFrameOfWhichNothingWaits() {
        var partition = new Partition(1000);
        partition.send(frame(0, "a", 70, List.of(fix(7, 0, 0))));
        partition.send(frame(1, "a", 70, List.of()));
        partition.send(frame(2, "a", 70, List.of(fix(7, -1, 0))));

        assertThat(partition.told).containsExactly("7 0 0", "7 -1 0 late");
        assertThat(partition.frames.writes).isZero();
    }

    /// A source that hears from space comes hours behind its newest reports.
    @Test
    void keepsFewFramesOfASourceThatLetsShipsWaitForLong() {
        var partition = new Partition(1000);
        boolean hasDied = false;
        for (int n = 0; n < 3_000; n++) {
            partition.send(frame(n, "space", 0, List.of(fix(7 + n % 3, 1000 + n, 0))));
            if (n % 100 == 99) {
                partition.commit();
            }
            if (n == 1_550 && !hasDied) {
                partition.die();
                hasDied = true;
                n = 1_499;
            }
        }
        assertThat(partition.told).isEmpty();
        assertThat(partition.framesKept()).isBetween(1, 600);
        int writes = partition.ships.writes;

        partition.send(frame(3_000, "space", Duration.ofHours(3).toSeconds(), List.of()));

        assertThat(partition.told).hasSize(3_000).doesNotHaveDuplicates();
        assertThat(writes).isLessThan(100);
    }

    @Test
    void takesUpWhatAVersionWithoutFramesLeftWaiting() {
        var partition = new Partition(1000);
        partition.ships.put(
                7,
                FrameCodec.encode(new Frame("", "a", NOON, List.of(fix(7, 10, 0), fix(7, 20, 0)))));
        partition.begin();

        partition.send(frame(1, "a", 70, List.of(fix(7, 15, 0), fix(7, -5, 0))));
        partition.send(frame(2, "a", 400, List.of()));

        assertThat(partition.told).containsExactly("7 -5 0 late", "7 10 0", "7 15 0", "7 20 0");
    }
}
