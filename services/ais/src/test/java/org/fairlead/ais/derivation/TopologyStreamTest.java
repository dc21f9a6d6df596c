package org.fairlead.ais.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.fairlead.contracts.Topics;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.contracts.frame.FrameCodec;
import org.fairlead.service.json.StrictJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopologyStreamTest {

    private static final long NOON = Instant.parse("2024-01-02T12:00:00Z").toEpochMilli();
    private static final long SECOND = 1000;

    @TempDir private Path directory;

    /// Tells the times it is given, one by one, and sends each to a cell.
    private static final class Teller implements TransmitterRule {

        @Override
        public String name() {
            return "teller";
        }

        @Override
        public byte[] on(
                byte @Nullable [] state, HeardTransmitter heard, HeardFrame frame, Outlet outlet) {
            int n = state == null ? 0 : ByteBuffer.wrap(state).getInt();
            for (Fix fix : heard.fixes()) {
                n++;
                outlet.publish(told(heard.mmsi(), n, (fix.epochMillis() - NOON) / SECOND + ""));
                outlet.toCell(fix.latitude(), ByteBuffer.allocate(4).putInt(fix.mmsi()).array());
            }
            for (Fix fix : heard.late()) {
                n++;
                outlet.publish(
                        told(heard.mmsi(), n, "late " + (fix.epochMillis() - NOON) / SECOND));
            }
            return ByteBuffer.allocate(4).putInt(n).array();
        }
    }

    /// Tells who was in a cell.
    private static final class Meeter implements CellRule<Integer> {

        @Override
        public Integer on(
                @Nullable Integer state, long cell, byte[] note, long storedMillis, Outlet outlet) {
            int mmsi = ByteBuffer.wrap(note).getInt();
            if (state != null && state != mmsi) {
                outlet.publish(told(mmsi, 1, "met " + state + " in " + cell));
            }
            return mmsi;
        }

        @Override
        public byte[] encode(Integer state) {
            return ByteBuffer.allocate(4).putInt(state).array();
        }

        @Override
        public Integer decode(byte[] bytes) {
            return ByteBuffer.wrap(bytes).getInt();
        }
    }

    private static Activity told(int mmsi, int version, String text) {
        return new Activity(
                "" + mmsi, "told", new UUID(0, mmsi), version, Instant.EPOCH, Map.of("text", text));
    }

    private static Fix fix(int mmsi, long second, int latitude) {
        return new Fix(mmsi, NOON + second * SECOND, latitude, 0, 1023, 3600, 511, 15, -128, 1, 0);
    }

    private final class Driven implements AutoCloseable {

        private final TopologyTestDriver driver;
        private int sequence;

        Driven(String name) {
            var settings = new Properties();
            settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
            settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
            settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.resolve(name).toString());
            driver =
                    new TopologyTestDriver(
                            TopologyStream.of(
                                    List.of(
                                            DerivationStream.ofTransmittersAndCells(
                                                    new Teller(), new Meeter())),
                                    DerivationDefaults.VALUES,
                                    StrictJson.mapper(),
                                    new SimpleMeterRegistry()),
                            settings,
                            Instant.ofEpochMilli(NOON));
        }

        void send(long watermarkSecond, List<Fix> fixes) {
            var frame = new Frame("a/" + ++sequence, "a", NOON + watermarkSecond * SECOND, fixes);
            driver.createInputTopic(
                            Topics.AIS_FRAMES, new StringSerializer(), new ByteArraySerializer())
                    .pipeInput(frame.id(), FrameCodec.encode(frame));
        }

        List<String> told() {
            return driver
                    .createOutputTopic(
                            Topics.AIS_ACTIVITIES,
                            new StringDeserializer(),
                            new StringDeserializer())
                    .readKeyValuesToList()
                    .stream()
                    .map(one -> one.key + " " + one.value.replaceAll("\\{\"text\":\"|\"\\}", ""))
                    .toList();
        }

        @Override
        public void close() {
            driver.close();
        }
    }

    @Test
    void handsFixesOnByEventTimeOnceTheirSourceHasComeFarEnough() {
        try (var driven = new Driven("one")) {
            driven.send(10, List.of(fix(7, 10, 0), fix(7, 5, 0)));
            assertThat(driven.told()).isEmpty();

            driven.send(70, List.of(fix(7, 8, 0), fix(7, 70, 0)));
            assertThat(driven.told()).containsExactly("7 5", "7 8", "7 10");

            driven.send(200, List.of());
            driven.send(309, List.of());
            assertThat(driven.told()).isEmpty();
            driven.send(310, List.of());
            assertThat(driven.told()).containsExactly("7 70");

            driven.send(310, List.of(fix(7, 69, 0)));
            assertThat(driven.told()).containsExactly("7 late 69");
        }
    }

    @Test
    void handsTheFirstFixAfterAPauseOnWithoutGatheringMore() {
        try (var driven = new Driven("one")) {
            driven.send(0, List.of(fix(7, 0, 0)));
            driven.send(60, List.of(fix(8, 60, 1)));
            assertThat(driven.told()).containsExactly("7 0");

            driven.send(180, List.of(fix(7, 180, 0)));
            driven.send(239, List.of());
            assertThat(driven.told()).containsExactly("8 60");
            driven.send(240, List.of());
            assertThat(driven.told()).containsExactly("7 180");
        }
    }

    @Test
    void gathersSixteenFixesThatNeedNotWaitAnyMore() {
        try (var driven = new Driven("one")) {
            for (int second = 0; second <= 90; second += 2) {
                driven.send(second, List.of(fix(7, second, 0)));
            }
            assertThat(driven.told()).containsExactly("7 0");

            driven.send(92, List.of(fix(7, 92, 0)));
            assertThat(driven.told()).hasSize(16).startsWith("7 2").endsWith("7 32");

            driven.send(122, List.of(fix(7, 122, 0)));
            assertThat(driven.told()).isEmpty();
        }
    }

    @Test
    void handsOnWhatCameBeforeASourceWasOffBeforeWhatComesAfter() {
        try (var driven = new Driven("one")) {
            driven.send(0, List.of(fix(7, 0, 0)));
            driven.send(70, List.of(fix(7, 60, 0), fix(7, 70, 0)));
            driven.told();

            driven.send(251, List.of(fix(8, 251, 1)));

            assertThat(driven.told()).containsExactly("7 60", "7 70");
        }
    }

    @Test
    void waitsForNobodyWhenNothingMoreComes() {
        try (var driven = new Driven("one")) {
            driven.send(10, List.of(fix(7, 10, 0)));

            driven.driver.advanceWallClockTime(Duration.ofSeconds(20));

            assertThat(driven.told()).containsExactly("7 10");
        }
    }

    @Test
    void handsWhatThousandsOfShipsLeftWaitingOnInPortions() {
        try (var driven = new Driven("one")) {
            var fixes = new ArrayList<Fix>();
            for (int ship = 0; ship < 6_000; ship++) {
                fixes.add(fix(200_000_000 + ship, ship % 10, 0));
            }
            driven.send(10, fixes);

            driven.driver.advanceWallClockTime(Duration.ofSeconds(20));
            var first = driven.told();
            driven.driver.advanceWallClockTime(Duration.ofSeconds(1));
            var second = driven.told();

            // Those that have waited longest go first.
            assertThat(first).filteredOn(one -> !one.contains("met")).hasSize(5_000);
            assertThat(first).noneMatch(one -> one.endsWith(" 9"));
            assertThat(second).filteredOn(one -> !one.contains("met")).hasSize(1_000);
        }
    }

    @Test
    void bringsShipsTogetherInTheirCell() {
        try (var driven = new Driven("one")) {
            driven.send(10, List.of(fix(7, 1, 4), fix(8, 2, 5), fix(9, 3, 4)));
            driven.send(100, List.of());

            assertThat(driven.told()).contains("9 met 7 in 4").noneMatch(one -> one.contains(" 8"));
        }
    }

    @Test
    void derivesTheSameInEveryOrderOfArrivalWithinTheTimeAllowed() {
        List<String> expected = null;
        for (int seed = 0; seed < 10; seed++) {
            var random = new Random(seed);
            // Each minute's fixes come in any order and in any cut, a minute's frames before the
            // next.
            try (var driven = new Driven("seed" + seed)) {
                for (int minute = 0; minute < 5; minute++) {
                    var fixes = new ArrayList<Fix>();
                    for (int i = 0; i < 20; i++) {
                        fixes.add(fix(7 + i % 3, minute * 60 + i, i));
                    }
                    Collections.shuffle(fixes, random);
                    for (int from = 0; from < fixes.size(); ) {
                        int to = Math.min(fixes.size(), from + random.nextInt(1, 6));
                        driven.send(minute * 60 + 19, fixes.subList(from, to));
                        from = to;
                    }
                }
                driven.send(1000, List.of());
                var told = driven.told().stream().sorted().toList();
                assertThat(told).hasSize(100);
                if (expected == null) {
                    expected = told;
                }
                assertThat(told).as("seed %d", seed).isEqualTo(expected);
            }
        }
    }

    @Test
    void takesNoTwoDerivationsOfOneName() {
        var one = DerivationStream.ofTransmitters(new Teller());

        assertThatThrownBy(() ->
                        TopologyStream.of(
                                List.of(one, one),
                                DerivationDefaults.VALUES,
                                StrictJson.mapper(),
                                new SimpleMeterRegistry()))
                .hasMessage("two derivations are named teller");
    }
}
